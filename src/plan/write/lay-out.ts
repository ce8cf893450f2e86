import { mapCode, maskQuoted } from '../../sql/scan/stretches.ts'
import type { Action } from '../action.ts'

/** How wide a line may be before it is broken. */
const width = 110

/** Writes one statement as people do: short names of types, a line for what fits on one, a text below its object. */
export function layOut(sql: string, { kind }: Action): string {
  const short = mapCode(sql, (code) =>
    code.replaceAll(longType, (found) => shortTypes[found] ?? found),
  )
  return layouts[kind]?.(short) ?? layOutKey(short)
}

const layouts: Partial<Record<Action['kind'], (sql: string) => string>> = {
  grant: wrapColumns,
  comment: layOutComment,
}

/** A long comment is below its object. */
function layOutComment(sql: string): string {
  const at = sql.length <= width ? -1 : maskQuoted(sql).search(/(?<= is) (?=")/)
  return at === -1 ? sql : `${sql.slice(0, at)}\n  ${sql.slice(at + 1)}`
}

function layOutKey(sql: string): string {
  const [, head = '', table = ''] = foreignKey.exec(maskQuoted(sql)) ?? []
  if (head === '') return sql
  const rest = sql.slice(head.length + ' references '.length + table.length).trimStart()
  return `${sql.slice(0, head.length)}\n    references ${table} ${rest}`
}

/** None with a name in quotes behind its own: those lines stay as they are. */
const foreignKey =
  /^(alter table \S+\n {2}add constraint \S+ foreign key \([^()"]*\)) references ([^\s()"]+) ?\(/

const shortTypes: Readonly<Record<string, string>> = {
  'timestamp with time zone': 'timestamptz',
  'timestamp without time zone': 'timestamp',
  'character varying': 'varchar',
}

const longType = /\btimestamp with(?:out)? time zone\b|\bcharacter varying\b/g

/** Breaks the list of a grant's columns into lines when it is long. */
function wrapColumns(sql: string): string {
  if (sql.length <= width || sql.includes('"')) return sql
  return sql.replace(/\((?<list>[^()]*)\)/, (_found, list: string) => {
    const lines = list.split(', ').map((name) => `  ${name}`)
    return `(\n${lines.join(',\n')}\n)`
  })
}
