import { tableAddress } from '../../rules/facets/name.ts'
import { inOrder } from '../../hazards/find-risks.ts'
import { mergeRisks } from '../../hazards/hazard.ts'
import type { Risk } from '../../hazards/hazard.ts'
import type { Statement } from '../../statement.ts'
import type { TableClause } from './table-clause.ts'

/** One statement with several clauses, which it keeps as its parts; what is but one stays as it is. */
export function joined(statement: Statement, clauses: readonly TableClause[]): Statement {
  const [first] = clauses
  if (first === undefined || clauses.length === 1) return statement
  const parts = clauses.map((each) => each.statement)
  const codes = [...new Set(parts.flatMap(({ atlasCodes = [] }) => atlasCodes))]
  const { table } = first
  const isOfOne = parts.every(({ object }) => object === statement.object)
  const only = clauses.every((each) => each.only)
  return {
    action: {
      kind: 'alterTable',
      subject: tableAddress(table, only),
      parts: parts.map(({ action }) => action),
    },
    object: isOfOne ? statement.object : table,
    verb: 'alter',
    risks: inOrder(strongest(mergeRisks(parts.flatMap(({ risks }) => risks)))),
    endsSegment: false,
    parts,
    ...(statement.leavesRoom === true && { leavesRoom: true }),
    ...(codes.length > 0 && { atlasCodes: codes }),
    ...(parts.every(({ by }) => by === 'atlas') && { by: 'atlas' as const }),
  }
}

/** A statement takes one lock on a relation. */
function strongest(risks: readonly Risk[]): Risk[] {
  const closed = new Set(
    risks.flatMap((each) => (each.hazard === 'blocks_reads' ? [each.what] : [])),
  )
  return risks.filter(({ hazard, what }) => hazard !== 'blocks_writes' || !closed.has(what))
}
