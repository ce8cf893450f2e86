import type { Node, RangeVar } from 'libpg-query'
import { quoteName } from '../../../sql/quote.ts'
import { textOfTokens, tokensAfter } from '../../../sql/scan/tokens.ts'
import type { Scanned } from '../../../sql/scan/tokens.ts'
import { hindranceOf } from '../expression.ts'
import type { Sight } from '../found.ts'
import { rowId, rowsOf } from '../world/rows-of-table.ts'
import type { Table } from '../world/table.ts'
import { findTable } from '../world/world.ts'
import type { World } from '../world/world.ts'

/** The table that a statement writes. */
export interface WritePlace {
  readonly table: Table
  /** Whether rows of partitions and heirs are meant, too. */
  readonly tree: boolean
  /** What the statement calls the table. */
  readonly alias: string
}

/** A statement that changes or deletes rows of a table. */
export interface RowWrite extends WritePlace {
  readonly where: Node | undefined
  /** What else it reads: the items of USING, or of FROM. */
  readonly others: readonly Node[]
  /** The word in front of these. */
  readonly word: 'using' | 'from'
  readonly hasWith: boolean
}

/** The table that a statement writes; undefined for one that the database does not have. */
export function placeOf(relation: RangeVar, world: World): WritePlace | undefined {
  const table = findTable(world, relation)
  if (table?.origin === undefined) return undefined
  return { table, tree: relation.inh === true, alias: relation.alias?.aliasname ?? table.name }
}

/** The rows that a statement changes, as an item of a FROM clause, or why they cannot be told. */
export type Selected = { readonly rows: string } | { readonly reason: string }

/** Finds the rows that a statement changes, by its condition. */
export function selectRows({ world, scanned }: Sight, write: RowWrite): Selected {
  const { table, tree, alias, others, word } = write
  const reason = reasonAgainst(write) ?? hindranceIn(write, world)
  if (reason !== undefined) return { reason }
  const rows = rowsOf(world, table, { tree, alias })
  const where = conditionOf(scanned)
  if (where === undefined && others.length === 0) return { rows }
  const list = tokensAfter(scanned, [word], ['where', 'returning'])
  const rest = list === undefined ? '' : `, ${textOfTokens(list)}`
  const condition = where === undefined ? '' : ` where ${where}`
  const name = quoteName(alias)
  return {
    rows: `(select distinct on (${name}.${rowId}) ${name}.* from ${rows}${rest}${condition}) as ${name}`,
  }
}

/** The condition of a statement as it is written; undefined where it has none. */
export function conditionOf(scanned: Scanned): string | undefined {
  const where = tokensAfter(scanned, ['where'], ['returning'])
  return where === undefined ? undefined : textOfTokens(where)
}

function reasonAgainst({ where, hasWith }: RowWrite): string | undefined {
  if (hasWith) return 'it has a WITH clause'
  return where !== undefined && 'CurrentOfExpr' in where ? 'it goes by a cursor' : undefined
}

function hindranceIn({ where, others, table }: RowWrite, world: World): string | undefined {
  return [where, ...others]
    .map((node) => hindranceOf(node, table, world))
    .find((reason) => reason !== undefined)
}
