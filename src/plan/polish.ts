import { mapCode } from '../sql/stretches.ts'
import type { Statement } from './statement.ts'

/** How wide a line may be before it is broken. */
const width = 110

/** Writes one statement as people do: short names of types, a line for what fits on one, a text below its object. */
export function polish(statement: Statement): Statement {
  const sql = steps.reduce((text, step) => step(text), statement.sql)
  return sql === statement.sql ? statement : { ...statement, sql }
}

const steps: readonly ((sql: string) => string)[] = [
  (sql) => mapCode(sql, (code) => code.replaceAll(longType, (found) => shortTypes[found] ?? found)),
  (sql) => sql.replace(/^(alter table \S+)\n {2}(.*\brow level security)$/, '$1 $2'),
  (sql) => {
    const [, head, text] = /^(comment on .+?) is (E?'.*')$/s.exec(sql) ?? []
    return head === undefined || text === undefined || head.includes("'") || sql.length <= width
      ? sql
      : `${head} is\n  ${text}`
  },
  (sql) => sql.replace(foreignKey, '$1\n    references $2 ('),
]

const foreignKey =
  /^(alter table \S+\n {2}add constraint \S+ foreign key \([^()"']*\)) references ([^\s()"']+) ?\(/

const shortTypes: Readonly<Record<string, string>> = {
  'timestamp with time zone': 'timestamptz',
  'timestamp without time zone': 'timestamp',
  'character varying': 'varchar',
}

const longType = /\btimestamp with(?:out)? time zone\b|\bcharacter varying\b/g

/** Breaks the list of a grant's columns into lines when it is long. */
export function wrapColumns(sql: string): string {
  if (sql.length <= width) return sql
  return sql.replace(/\((?<list>[^()]*)\)/, (_found, list: string) => {
    const lines = list.split(', ').map((name) => `  ${name}`)
    return `(\n${lines.join(',\n')}\n)`
  })
}
