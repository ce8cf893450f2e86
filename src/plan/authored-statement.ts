import type { Catalog, ObjectId } from '../model/catalog.ts'
import { childrenOf } from '../model/catalog.ts'
import { mapCode, stretchesOf } from '../sql/scan/stretches.ts'
import { ownNameOf } from './rules/facets/name.ts'
import type { Rules } from './decide/decide-changes.ts'
import { factsOf } from '../model/kind.ts'
import type { Kind } from '../model/kind.ts'
import { bareNameOf, idOf, kindOf, kindTextOf } from '../model/object-id.ts'

/** A statement of a schema file that makes an object, as its author wrote it. */
export interface Authored {
  readonly sql: string
  /** The comment above it, markers included; '' when there is none. */
  readonly leading: string
}

/** What is asked of a statement of a schema file: how it calls what it makes. Names as they are, not quoted. */
export interface AuthoredStatement extends Authored {
  readonly subject: {
    readonly kind?: Kind
    readonly objects: readonly { readonly schema: string | undefined; readonly name: string }[]
    readonly part?: string | undefined
  }
}

/**
 * Finds for each object of a catalog the statement that its author wrote, so that a plan need not print what the
 * catalog made of it. Left out is what no single statement makes: overloaded routines, tables of which a part is
 * made elsewhere.
 */
export function findAuthored(
  statements: readonly AuthoredStatement[],
  catalog: Catalog,
  rules: Rules,
): ReadonlyMap<ObjectId, Authored> {
  const byPrefix = Map.groupBy(catalog.objects.keys(), (id) => idOf(kindTextOf(id), bareNameOf(id)))
  const found = new Map<ObjectId, Authored>()
  for (const statement of statements) {
    const prefix = prefixOf(statement)
    const [id, ...others] = prefix === undefined ? [] : (byPrefix.get(prefix) ?? [])
    if (id === undefined || others.length > 0 || !isWhole(id, statement, { catalog, rules }))
      continue
    found.set(id, { sql: closable(withoutGaps(statement.sql)), leading: statement.leading })
  }
  return found
}

/** The id up to the arguments; a name that needs quotes finds nothing, and is printed from the catalog. */
function prefixOf({ subject: { kind, objects, part } }: AuthoredStatement): ObjectId | undefined {
  const { schema = '', name = '' } = objects[0] ?? {}
  const own = part === undefined ? `${schema}.${name}` : `${schema}.${name}.${part}`
  return kind !== undefined && factsOf(kind).isVerbatim === true ? idOf(kind, own) : undefined
}

/** A literal that ends on its line. */
const oneLine = /'[^'\n]*'/g

/** Whether the statement names everything that a plan takes it to make; a text over lines could not be tidied. */
function isWhole(
  id: ObjectId,
  { sql }: Authored,
  { catalog, rules }: { readonly catalog: Catalog; readonly rules: Rules },
): boolean {
  const kind = kindOf(id)
  const made = kind === undefined ? undefined : rules[kind]?.makes
  if (made === undefined) return true
  const words = new Set(sql.match(/[\p{L}\p{N}_$]+/gu))
  const parts = childrenOf(catalog, id).filter((child) => made(child))
  return (
    !sql.replaceAll(oneLine, '').includes("'") && parts.every((part) => words.has(ownNameOf(part)))
  )
}

/** A table's statement comes with blanks in place of its foreign keys. What its author wrote in quotes stays to the byte. */
function withoutGaps(sql: string): string {
  if (!/^create table\b/i.test(sql)) return sql
  return mapCode(sql, (code) =>
    code
      .replaceAll(/[ \t]+(?=\n)/g, '')
      .replaceAll(/\n(?:[ \t]*\n)+/g, '\n')
      // Behind a comment the comma would become part of it.
      .replaceAll(/(?<=\S)\s*\n[ \t]*,(?=\n)/g, ','),
  )
}

/** A semicolon behind a line comment would be part of it. */
function closable(sql: string): string {
  const last = [...stretchesOf(sql)].at(-1)
  return last?.kind === 'comment' && last.text.startsWith('--') ? `${sql}\n` : sql
}
