import type { CatalogObject } from '../../model/catalog.ts'
import { alterBelow } from '../action.ts'
import type { ColumnSetting } from '../action.ts'
import { ownNameOf, parentTableAddress } from './facets/name.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'

/** A form of ALTER TABLE on a column's table. */
export function alterTable(
  column: CatalogObject,
  clause: string,
  more: Pick<Statement, 'attribute'> = {},
): Statement {
  const action = alterBelow(parentTableAddress(column), clause)
  return statement({ verb: 'alter', object: column.id }, action, more)
}

/** Sets a part of a column. `only`: not in the tables that inherit from its table. */
export function alterColumn(
  column: CatalogObject,
  setting: ColumnSetting,
  { only = false, ...more }: AlterColumn = {},
): Statement {
  return statement(
    { verb: 'alter', object: column.id },
    {
      kind: 'alterColumn',
      subject: parentTableAddress(column, only),
      column: ownNameOf(column),
      ...setting,
    },
    more,
  )
}

interface AlterColumn extends Pick<Statement, 'attribute'> {
  readonly only?: boolean
}
