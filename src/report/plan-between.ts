import type { BetweenResult } from '../commands/plan-between.ts'
import type { PlannedSegment } from '../commands/plan-result.ts'
import { renderRisks } from './risks.ts'
import type { Paint } from './paint.ts'
import { countOf } from './table.ts'

/**
 * The way between two states as SQL, or the way back; each segment is a transaction. Nothing where something cannot be
 * planned: half a way leads nowhere.
 */
export function renderBetween({ segments, down, unmanaged }: BetweenResult, back: boolean): string {
  if (unmanaged.length > 0) return ''
  return (back ? down : segments).map(renderSegment).join('\n\n')
}

function renderSegment({ statements }: PlannedSegment): string {
  return ['begin;', ...statements.map(({ sql }) => `${sql};`), 'commit;'].join('\n')
}

/** What people should know of it: what is not planned, what is at risk, what was shown. */
export function renderBetweenTalk(result: BetweenResult, paint: Paint): string {
  const { equal, unmanaged, notes } = result
  const lines = [
    ...notes.map((note) => paint.notice(`note: ${note}`)),
    ...unmanaged.map(({ object, why }) => paint.bad(`not planned: ${object}: ${why}`)),
  ]
  if (equal) return [...lines, paint.good('The two states are equal.')].join('\n')
  if (unmanaged.length > 0) return [...lines, paint.bad('Not all of it can be planned.')].join('\n')
  const gate =
    result.failing.length === 0
      ? []
      : [paint.bad(`--fail-on: the plan has ${result.failing.join(', ')}, and no line accepts it.`)]
  return [...lines, ...risksOf(result, paint), renderProof(result, paint), ...gate].join('\n')
}

function risksOf({ segments }: BetweenResult, paint: Paint): string[] {
  return renderRisks(
    segments.flatMap(({ statements }) => statements.flatMap(({ risks }) => risks)),
    paint,
  )
}

function renderProof({ proved, why, rows }: BetweenResult, paint: Paint): string {
  const reason = why === null ? '' : `: ${why}`
  if (!proved) return paint.bad(`not proved${reason}`)
  const tried = rows.reduce((sum, { rows: count }) => sum + count, 0)
  const kept = tried === 0 ? '' : `, ${countOf(tried, 'row')} kept`
  return paint.good(`proved up and down on a copy${kept}${reason}`)
}
