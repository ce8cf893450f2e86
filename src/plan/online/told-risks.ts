import type { Hazard, Risk } from '../hazards/hazard.ts'
import { workHazards } from '../hazards/work/found-work.ts'
import type { Statement } from '../statement.ts'

/** A statement that blocks nobody and reads rows without a strong lock: only what is no work is left of its risks. */
export function withoutWork(statement: Statement): Statement {
  return { ...statement, risks: statement.risks.filter(({ hazard }) => !workHazards.has(hazard)) }
}

/** A statement that reads no rows: nothing fails on them. */
export function withoutRows(statement: Statement): Statement {
  const rows: ReadonlySet<Hazard> = new Set(['scan', 'fails_on_rows'])
  return { ...statement, risks: statement.risks.filter(({ hazard }) => !rows.has(hazard)) }
}

/** What of a statement's risks is about rows that may violate it. */
export function rowRisks({ risks }: Statement): Risk[] {
  return risks.filter(({ hazard }) => hazard === 'fails_on_rows')
}

/** What of a statement's risks is about reading the rows and finding one that violates it. */
export function checkRisks({ risks }: Statement): Risk[] {
  return risks.filter(({ hazard }) => hazard === 'fails_on_rows' || hazard === 'scan')
}

/** What of a statement's risks is about locks. */
export function lockRisks({ risks }: Statement): Risk[] {
  return risks.filter(({ hazard }) => hazard === 'blocks_reads' || hazard === 'blocks_writes')
}
