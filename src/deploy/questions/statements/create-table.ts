import type { CreateStmt, CreateTableAsStmt, Node } from 'libpg-query'
import { askBound } from '../clauses/attach-partition.ts'
import { joinFound } from '../found.ts'
import type { Found, Rule, Sight } from '../found.ts'
import { askQuery } from './run-query.ts'
import { addTable } from '../world/add-table.ts'
import type { Table } from '../world/table.ts'
import { findTable } from '../world/world.ts'
import type { World } from '../world/world.ts'

/** `create table`: it has no rows to lose. A partition may be refused by the rows of the default one. */
export const askCreateTable: Rule<CreateStmt> = (statement, sight) => {
  const { relation } = statement
  if (relation === undefined || isThere(statement, sight.world)) return {}
  const parents = (statement.inhRelations ?? []).flatMap((node) => tableIn(node, sight.world))
  const inherited = parents.flatMap(({ columns }) => columns.map(({ name }) => name))
  const columns = [...columnNames(statement.tableElts ?? []), ...inherited]
  const after = addTable(sight.world, relation, { columns, parents: parents.map(({ id }) => id) })
  return joinFound([askPartition(statement, parents, sight), { world: after }])
}

function askPartition({ partbound }: CreateStmt, [parent]: readonly Table[], sight: Sight): Found {
  if (parent === undefined || partbound === undefined) return {}
  return askBound(sight, { parent, partition: undefined, bound: partbound })
}

/** `create table as`: its rows are made from others. */
export const askCreateAs: Rule<CreateTableAsStmt> = ({ into, query, objtype }, sight) => {
  const asked: Found = query === undefined ? {} : askQuery(query, sight)
  const world = asked.world ?? sight.world
  if (into?.rel === undefined || objtype === 'OBJECT_MATVIEW') return asked
  return joinFound([asked, { world: addTable(world, into.rel, { columns: [], parents: [] }) }])
}

function isThere({ relation, if_not_exists: isOptional }: CreateStmt, world: World): boolean {
  return isOptional === true && relation !== undefined && findTable(world, relation) !== undefined
}

function tableIn(node: Node, world: World): Table[] {
  const found = 'RangeVar' in node ? findTable(world, node.RangeVar) : undefined
  return found === undefined ? [] : [found]
}

function columnNames(elements: readonly Node[]): string[] {
  return elements.flatMap((node) =>
    'ColumnDef' in node && node.ColumnDef.colname !== undefined ? [node.ColumnDef.colname] : [],
  )
}
