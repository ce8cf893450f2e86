import type { Catalog, CatalogObject, ObjectId } from '../../model/catalog.ts'
import { childrenOf } from '../../model/catalog.ts'
import { kinds } from '../../model/kind.ts'
import { dependentsOf, neededBy } from '../../model/needs.ts'
import { idOf, kindOf, nameOf } from '../../model/object-id.ts'
import { schemaNameOf, splitName, unquoteName } from '../../model/qualified-name.ts'
import { quoteName } from '../../sql/quote.ts'
import { drop, renameTo } from '../action.ts'
import type { Context, Goes } from '../rule.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'

/** The kinds of types whose values can be written as texts and read again. */
export const typeKinds: readonly string[] = ['enum', 'domain', 'range', 'composite']

/**
 * Takes a type away. Where it comes again while columns keep their values, it has another name until these are of
 * the new one.
 */
export function dropOwnType(type: CatalogObject, context: Context, goes: Goes): Statement[] {
  const word = type.kind === 'domain' ? 'domain' : 'type'
  const name = nameOf(type.id)
  if (!isKeptAside(type, context, goes)) return [taking(type, drop(`${word} ${name}`))]
  const old = nameMeanwhile(name, context)
  return [
    taking(type, renameTo(`${word} ${name}`, old)),
    { ...taking(type, drop(`${word} ${schemaNameOf(name)}.${old}`)), atEnd: true },
  ]
}

function taking({ id }: CatalogObject, action: Statement['action']): Statement {
  return statement({ verb: 'drop', object: id }, action)
}

/**
 * Whether a type stays under another name until no column is of it. Not where it needs something that goes before that,
 * and not a range: the functions that come along with one keep their names.
 */
export function isKeptAside(type: CatalogObject, context: Context, goes: Goes): boolean {
  const { from, to } = context
  const comesAgain = typeKinds.some((kind) => to.objects.has(idOf(kind, nameOf(type.id))))
  if (type.kind === 'range' || !comesAgain || !holdsValues(type.id, from)) return false
  const parts = [type, ...childrenOf(from, type.id)].map(({ id }) => id)
  return parts
    .flatMap((id) => neededBy(from, id))
    .filter((id) => !parts.includes(id) && goes(id))
    .every((id) => {
      const needed = from.objects.get(id)
      return needed !== undefined && isType(id) && isKeptAside(needed, context, goes)
    })
}

/** Whether columns are of a type, of an array of it, or of a type that has it inside. */
export function holdsValues(type: ObjectId, catalog: Catalog): boolean {
  return hasColumn(type, catalog, () => true)
}

/** The same of columns whose values are stored here: those of foreign tables are elsewhere. */
export function isStored(type: ObjectId, catalog: Catalog): boolean {
  const isHere = (id: ObjectId): boolean => {
    const table = catalog.objects.get(id)?.parent ?? null
    return table === null || kindOf(table) !== 'foreignTable'
  }
  return hasColumn(type, catalog, isHere)
}

function hasColumn(
  type: ObjectId,
  catalog: Catalog,
  isMeant: (column: ObjectId) => boolean,
): boolean {
  return dependentsOf(catalog, type).some((id) =>
    kindOf(id) === 'column' ? isMeant(id) : isType(id) && hasColumn(id, catalog, isMeant),
  )
}

function isType(id: ObjectId): boolean {
  return typeKinds.includes(kindOf(id) ?? '')
}

/** Whether anything of a state has a name. */
export function isNameTaken(name: string, { objects }: Catalog): boolean {
  return kinds.some((kind) => objects.has(idOf(kind, name)))
}

/** A free name in the same schema, for the time until what has this one goes. */
export function nameMeanwhile(name: string, { from, to }: Context): string {
  const own = splitName(name).at(-1) ?? ''
  const isQuoted = own.startsWith('"')
  const start = shortened(isQuoted ? unquoteName(own) : own)
  const isTaken = (spelled: string): boolean =>
    [from, to].some((catalog) => isNameTaken(`${schemaNameOf(name)}.${spelled}`, catalog))
  for (let at = 1; ; at += 1) {
    const plain = `${start}_old${at === 1 ? '' : String(at)}`
    const spelled = isQuoted ? quoteName(plain) : plain
    if (!isTaken(spelled)) return spelled
  }
}

/** PostgreSQL cuts a name that has more than 63 bytes. */
function shortened(name: string): string {
  return new TextEncoder().encode(name).length <= 56 ? name : shortened(name.slice(0, -1))
}
