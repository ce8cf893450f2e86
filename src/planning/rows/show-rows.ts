import type { PlanResult } from '../plan-result.ts'
import { countChanges } from './plan-rows.ts'
import type { RowsPlan } from './plan-rows.ts'

/** A plan with the migration of rows behind the others. */
export function withRows(shown: PlanResult, rows: RowsPlan): PlanResult {
  return {
    ...shown,
    equal: false,
    proved: true,
    segments: [...shown.segments, segmentOf(rows.up)],
    down: [segmentOf(rows.down), ...shown.down],
    notes: [
      ...shown.notes,
      ...rows.tables.map(
        ({ wanted: { name, path }, changes }) =>
          `rows of ${name}, from ${path}: ${countChanges(changes)}; proved up and down over sample rows`,
      ),
    ],
  }
}

/** Each statement is about one table; what deletes rows says so. */
function segmentOf(list: RowsPlan['up']): PlanResult['segments'][number] {
  return {
    transaction: true,
    statements: list.map(({ sql, table: { id, name } }) => {
      const risks = sql.startsWith('delete ')
        ? [{ hazard: 'data_loss' as const, what: `rows of ${name}` }]
        : []
      const hazards = risks.map(({ hazard }) => hazard)
      return {
        sql,
        kind: 'table',
        object: id,
        verb: 'alter',
        parts: [],
        hazards,
        risks,
        note: null,
        by: 'own',
      }
    }),
  }
}
