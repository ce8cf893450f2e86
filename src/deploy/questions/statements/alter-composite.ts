import type { AlterTableStmt } from 'libpg-query'
import { quoteName } from '../../../sql/quote.ts'
import { askRows } from '../ask-rows.ts'
import { joinFound } from '../found.ts'
import type { Rule } from '../found.ts'
import { findType } from '../world/world.ts'

/** `alter type … drop attribute`: the values of that field go, in every column of the type. */
export const askAlterComposite: Rule<AlterTableStmt> = ({ relation, cmds = [] }, { world }) => {
  const { schemaname, relname = '' } = relation ?? {}
  const type = findType(world, schemaname === undefined ? [relname] : [schemaname, relname])
  if (type === undefined) return {}
  const dropped = cmds.flatMap((node) =>
    'AlterTableCmd' in node && node.AlterTableCmd.subtype === 'AT_DropColumn'
      ? [node.AlterTableCmd.name ?? '']
      : [],
  )
  const users = world.tables.flatMap((table) =>
    table.columns.filter(({ typeId }) => typeId === type.id).map((column) => ({ table, column })),
  )
  return joinFound(
    dropped.flatMap((field) =>
      users.map(({ table, column }) =>
        askRows(world, table, {
          outcome: 'loses values',
          detail: `values of the attribute ${field}`,
          column: column.name,
          tree: false,
          ...(column.value !== undefined && {
            where: `(${quoteName(column.name)}).${quoteName(field)} is not null`,
          }),
        }),
      ),
    ),
  )
}
