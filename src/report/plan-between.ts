import { idInWords } from '../model/object-id.ts'
import type { BetweenResult } from '../planning/two-states/between-result.ts'
import { reasonOf } from '../model/two-values.ts'
import { renderRisks } from './risks.ts'
import type { Paint } from './paint.ts'
import { renderProofSteps } from './proof.ts'
import { renderSegment } from './statement-text.ts'
import { countOf } from './text-table.ts'

/**
 * A plan between two states as SQL, in the up or the down direction. Each segment is a transaction, unless it says otherwise. Empty where
 * something cannot be planned, or where it could not be proved.
 */
export function renderBetween(
  { segments, down, unmanaged, proved }: BetweenResult,
  back: boolean,
): string {
  if (unmanaged.length > 0 || proved === false) return ''
  return (back ? down : segments).map(renderSegment).join('\n\n')
}

/** What people should know about it: what is not planned, its hazards, what was proved. */
export function renderBetweenTalk(result: BetweenResult, paint: Paint): string {
  const { equal, unmanaged, notes, why, proved } = result
  const lines = [
    ...notes.map((note) => paint.notice(`note: ${note}`)),
    ...renderUnmanaged(result, paint),
  ]
  if (equal)
    return [
      ...lines,
      ...renderUnasked(result, paint),
      paint.good('The two states are equal.'),
    ].join('\n')
  if (unmanaged.length > 0) {
    const isFailed = result.proof.some(({ differences }) => differences.length > 0)
    const end = isFailed
      ? 'The plan does not lead to the second state.'
      : 'Some differences cannot be planned.'
    return [...lines, paint.bad(end)].join('\n')
  }
  if (proved === false)
    return [...lines, paint.bad(`not proved: ${why ?? ''}`), paint.bad(notPrinted)].join('\n')
  const gate =
    result.failing.length === 0
      ? []
      : [paint.bad(`--fail-on: the plan has ${result.failing.join(', ')}, and no line accepts it.`)]
  return [...lines, ...risksOf(result, paint), renderProof(result, paint), ...gate].join('\n')
}

const notPrinted = 'The SQL is not printed. To print it without a proof: --no-proof.'

/** What cannot be planned. A difference that the proof found has both values. */
function renderUnmanaged({ unmanaged, proof }: BetweenResult, paint: Paint): string[] {
  const failed = proof.filter(({ differences }) => differences.length > 0)
  const found = new Set(
    failed.flatMap(({ way, differences }) =>
      differences.map((each) => `${idInWords(each.object)}: ${reasonOf(way, each)}`),
    ),
  )
  const others = unmanaged.map(({ object, why }) => `${idInWords(object)}: ${why}`)
  return [
    ...others.filter((line) => !found.has(line)).map((line) => paint.bad(`not planned: ${line}`)),
    ...renderProofSteps(failed, paint),
  ]
}

function renderUnasked({ proved, why }: BetweenResult, paint: Paint): string[] {
  return proved === null && why !== null ? [paint.notice(`not proved: ${why}`)] : []
}

function risksOf({ segments }: BetweenResult, paint: Paint): string[] {
  return renderRisks(
    segments.flatMap(({ statements }) => statements.flatMap(({ risks }) => risks)),
    paint,
  )
}

function renderProof({ proved, why, copied, rows }: BetweenResult, paint: Paint): string {
  const reason = why === null ? '' : `: ${why}`
  if (proved !== true) return paint.bad(`not proved${reason}`)
  const tried = rows.reduce((sum, { rows: count }) => sum + count, 0)
  const kept = tried === 0 ? '' : `, ${countOf(tried, 'row')} kept`
  const part =
    copied === null ? '' : ` of ${String(copied.objects)} of ${countOf(copied.of, 'object')}`
  return paint.good(`proved up and down on a copy${part}${kept}${reason}`)
}
