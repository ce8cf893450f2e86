import { idInWords } from '../model/object-id.ts'
import type { ProofStep } from '../planning/plan-result.ts'
import { describeDifference } from '../model/two-values.ts'
import type { Paint } from './paint.ts'
import { renderDuration } from './text-table.ts'

/** The steps of a proof, a line each: how long it took, or what is not as it should be, with both values. */
export function renderProofSteps(proof: readonly ProofStep[], paint: Paint): string[] {
  const several = proof.some(({ part }) => part > 1)
  return proof.flatMap(({ way, part, differences, milliseconds }) => {
    const name = several && way === 'down' ? `${way} ${String(part)}` : way
    if (differences.length === 0)
      return [paint.good(`proved ${name} in ${renderDuration(milliseconds)}`)]
    return differences.map((difference) => {
      const place = difference.file === null ? '' : `${difference.file}: `
      return paint.bad(
        `not proved ${name}: ${place}${idInWords(difference.object)} ${describeDifference(difference)}`,
      )
    })
  })
}
