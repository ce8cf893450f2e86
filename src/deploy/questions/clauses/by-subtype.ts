import { changeTables } from '../world/world.ts'
import { askAddColumn } from './add-column.ts'
import { askAddConstraint } from './add-constraint.ts'
import { askAttach, askDetach, askInherit } from './attach-partition.ts'
import type { ClauseRule } from './clause.ts'
import { askColumnType } from './column-type.ts'
import { askDropColumn } from './drop-column.ts'
import { askSetNotNull } from './set-not-null.ts'
import { askValidate } from './validate-constraint.ts'

const enablesTrigger: ClauseRule = (_command, { world, table }) => ({
  world: changeTables(world, new Set([table.id]), (each) => ({ ...each, triggers: true })),
})

const changesExpression: ClauseRule = ({ name = '' }, { world, table }) => ({
  world: changeTables(world, new Set([table.id]), (each) => ({
    ...each,
    columns: each.columns.map((column) =>
      column.name === name ? { ...column, value: undefined } : column,
    ),
  })),
})

/** What each sort of clause asks; the others ask nothing. */
export const clauses: Readonly<Record<string, ClauseRule>> = {
  AT_AddColumn: askAddColumn,
  AT_AddConstraint: askAddConstraint,
  AT_AddInherit: askInherit,
  AT_AlterColumnType: askColumnType,
  AT_AttachPartition: askAttach,
  AT_DetachPartition: askDetach,
  AT_DropColumn: askDropColumn,
  AT_DropInherit: askDetach,
  AT_EnableAlwaysTrig: enablesTrigger,
  AT_EnableReplicaTrig: enablesTrigger,
  AT_EnableTrig: enablesTrigger,
  AT_EnableTrigAll: enablesTrigger,
  AT_EnableTrigUser: enablesTrigger,
  AT_SetExpression: changesExpression,
  AT_SetNotNull: askSetNotNull,
  AT_ValidateConstraint: askValidate,
}
