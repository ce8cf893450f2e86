import type { Catalog, CatalogObject, Value } from '../../model/catalog.ts'
import { childrenOf, objectsOfKind } from '../../model/catalog.ts'
import { isSameValue } from '../../model/compare-catalogs.ts'
import { recordOf, spell, textIn } from '../../model/attribute.ts'
import { idAt, nameOf } from '../../model/object-id.ts'
import { schemaNameOf } from '../../model/qualified-name.ts'
import { drop, renameTo } from '../action.ts'
import type { Context, Goes } from '../rule.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'
import { isNameTaken, nameMeanwhile } from './kept-aside.ts'
import { countedBy, position } from './sequence-position.ts'

/**
 * The columns that get an identity in the place of a sequence, and go on where it is: a number of a row that is gone
 * does not come again.
 */
export function heirsOf(
  sequence: CatalogObject,
  { from, to }: Pick<Context, 'from' | 'to'>,
): CatalogObject[] {
  if (to.objects.has(sequence.id)) return []
  return objectsOfKind(from, 'column')
    .filter((before) => countedBy(before) === sequence.id && isOwnerOf(before, sequence))
    .flatMap((before) => {
      const after = to.objects.get(before.id)
      return after !== undefined && isSuccessor(sequence, before, { after, to }) ? [after] : []
    })
}

/** A sequence goes along with another column that owns it. */
function isOwnerOf({ id }: CatalogObject, sequence: CatalogObject): boolean {
  const owner = idAt(sequence, 'ownedBy')
  return owner === null || owner === id
}

function isSuccessor(
  sequence: CatalogObject,
  before: CatalogObject,
  { after, to }: { readonly after: CatalogObject; readonly to: Catalog },
): boolean {
  const identity = recordOf(after, 'identity')
  const heir = identityOf(after, to)
  return (
    identity !== null &&
    heir !== undefined &&
    areIntegers(before, after) &&
    schemaNameOf(nameOf(heir.id)) === schemaNameOf(nameOf(sequence.id)) &&
    takesSameSteps(sequence.attributes, identity)
  )
}

/** A column of another type may be recreated. */
export function areIntegers(...columns: readonly CatalogObject[]): boolean {
  return columns.every((column) => integers.has(textIn(column, 'type')))
}

const integers: ReadonlySet<string> = new Set(['smallint', 'integer', 'bigint'])

type Options = Readonly<Record<string, Value>>

/** Whether the numbers of one are numbers that the other gives. */
export function takesSameSteps(before: Options, after: Options): boolean {
  const isSame = (name: string): boolean => isSameValue(before[name], after[name])
  const step = spell(after['increment'])
  return isSame('increment') && (step === '1' || step === '-1' || isSame('start'))
}

/** The sequence behind the identity of a column. */
export function identityOf(column: CatalogObject, catalog: Catalog): CatalogObject | undefined {
  return childrenOf(catalog, column.id).find(({ kind }) => kind === 'identitySequence')
}

/** Drops a sequence: at the end, and under another name until then, where columns go on from it. */
export function dropSequence(sequence: CatalogObject, context: Context, goes: Goes): Statement[] {
  const name = nameOf(sequence.id)
  const about = { verb: 'drop', object: sequence.id } as const
  const heirs = heirsOf(sequence, context)
  if (!heirs.some(({ id, parent }) => !goes(id) && (parent === null || !goes(parent))))
    return [statement(about, drop(`sequence ${name}`))]
  const old = nameAside(sequence, context)
  return [
    ...(old === name
      ? []
      : [statement(about, renameTo(`sequence ${name}`, nameMeanwhile(name, context)))]),
    statement(about, drop(`sequence ${old}`), { atEnd: true }),
  ]
}

/** The names that sequences may have until they are dropped, where others take their own. */
export function namesAside(context: Pick<Context, 'from' | 'to'>): string[] {
  const { from } = context
  return [...objectsOfKind(from, 'sequence'), ...objectsOfKind(from, 'identitySequence')]
    .map(({ id }) => nameOf(id))
    .map((name) => `${schemaNameOf(name)}.${nameMeanwhile(name, context)}`)
}

/** The name of a sequence until it is dropped: its own, unless another one takes that. */
export function nameAside({ id }: CatalogObject, context: Context): string {
  const name = nameOf(id)
  return isNameTaken(name, context.to)
    ? `${schemaNameOf(name)}.${nameMeanwhile(name, context)}`
    : name
}

/** Sets the sequence of a new identity to where the one is that the column has counted by. */
export function takeOver(column: CatalogObject, context: Context): Statement[] {
  const before = context.from.objects.get(column.id)
  const old = context.from.objects.get((before && countedBy(before)) ?? '')
  const heir = identityOf(column, context.to)
  if (old === undefined || heir === undefined) return []
  return heirsOf(old, context).some(({ id }) => id === column.id)
    ? [
        goOnFrom(nameAside(old, context), heir, {
          before: old.attributes,
          after: recordOf(column, 'identity') ?? {},
        }),
      ]
    : []
}

interface Numbers {
  readonly before: Options
  readonly after: Options
}

/** Sets a new sequence to where an old one is, unless that would lead back. */
export function goOnFrom(old: string, heir: CatalogObject, numbers: Numbers): Statement {
  const name = nameOf(heir.id)
  const falls = spell(numbers.after['increment']).startsWith('-')
  return statement(
    { verb: 'alter', object: heir.id },
    {
      kind: 'setPosition',
      sequence: name,
      last: 'last_value',
      table: old,
      column: null,
      where: [
        'is_called',
        `last_value ${falls ? '<=' : '>='} (select last_value from ${name})`,
        ...withinBound(numbers, falls),
      ],
      having: [],
    },
    { attribute: position },
  )
}

/** Numbers that the new one may not give stay out. */
function withinBound({ before, after }: Numbers, falls: boolean): string[] {
  const [old, bound] = [before, after].map((options) =>
    BigInt(spell(options[falls ? 'min' : 'max'])),
  )
  if (old === undefined || bound === undefined) return []
  const isWithin = falls ? old >= bound : old <= bound
  return isWithin ? [] : [`last_value ${falls ? '>=' : '<='} ${String(bound)}`]
}
