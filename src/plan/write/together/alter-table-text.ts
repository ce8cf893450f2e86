import { pathOf } from '../../../model/qualified-name.ts'

/** An ALTER TABLE with one clause, in its parts. */
interface AlterTableText {
  readonly isForeign: boolean
  readonly only: boolean
  readonly table: string
  readonly clause: string
}

/** Reads an ALTER TABLE as the planner prints it; undefined for any other statement. */
export function readAlterTable(sql: string): AlterTableText | undefined {
  const head = /^alter (?<foreign>foreign )?table (?<only>only )?/i.exec(sql)
  if (head === null) return undefined
  const rest = sql.slice(head[0].length)
  const table = pathOf(rest)
  return {
    isForeign: head.groups?.['foreign'] !== undefined,
    only: head.groups?.['only'] !== undefined,
    table,
    clause: rest.slice(table.length).trimStart(),
  }
}

/** One ALTER TABLE from several. */
export function joinAlterTables(subject: string, statements: readonly string[]): string {
  const clauses = statements.map((sql) => readAlterTable(sql)?.clause ?? sql)
  return `alter ${subject}\n  ${clauses.join(',\n  ')}`
}
