import type { CatalogObject } from '../../model/catalog.ts'
import { parentNameOf } from '../name.ts'
import { statement } from '../statement.ts'
import type { Statement, Verb } from '../statement.ts'

/** A form of ALTER TABLE on a column's table. `only`: not on the tables that inherit from it. */
export function alterTable(
  column: CatalogObject,
  action: string,
  { verb = 'alter', only = false, ...more }: AlterTable = {},
): Statement {
  const table = `${only ? 'only ' : ''}${parentNameOf(column)}`
  return statement({ verb, object: column.id }, `alter table ${table}\n  ${action}`, more)
}

type AlterTable = Partial<Pick<Statement, 'attribute'>> & {
  readonly verb?: Verb
  readonly only?: boolean
}
