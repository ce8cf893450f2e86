import { drop } from '../action.ts'
import { idAt, nameOf } from '../../model/object-id.ts'
import { factsOf } from '../../model/kind.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import { alterTableInPlace } from './table-alter.ts'
import { comesWithTable, createTable } from './table-create.ts'

/** Tables. Columns and constraints other than foreign keys come with a new one; separate rules plan the rest. */
export const tableRule: Rule = {
  kind: 'table',
  // Another partition may take the rows' place only when this one is gone.
  hasData: (table, { to }) => !to.objects.has(idAt(table, 'partitionOf') ?? ''),
  makes: comesWithTable,
  // Two tables may refer to each other, and a table to a function that answers its rows.
  dropsApart: ({ kind, attributes }) =>
    factsOf(kind).callsFunctions === true ||
    (kind === 'constraint' && ['foreign', 'check'].some((type) => attributes['type'] === type)),
  create: createTable,
  drop: (table) => [
    statement({ verb: 'drop', object: table.id }, drop(`table ${nameOf(table.id)}`)),
  ],
  alter: alterTableInPlace,
}
