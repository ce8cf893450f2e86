import type { ProofStep } from '../commands/plan-result.ts'
import type { Paint } from './paint.ts'
import { renderDuration } from './table.ts'

/** The steps of a proof, a line each: how long it took, or what is not as it should be. */
export function renderProofSteps(proof: readonly ProofStep[], paint: Paint): string[] {
  const several = proof.some(({ part }) => part > 1)
  return proof.flatMap(({ way, part, differences, milliseconds }) => {
    const name = several && way === 'down' ? `${way} ${String(part)}` : way
    if (differences.length === 0)
      return [paint.good(`proved ${name} in ${renderDuration(milliseconds)}`)]
    return differences.map(({ object, what }) =>
      paint.bad(`not planned: ${object}: the way ${name} leaves it different: ${what}`),
    )
  })
}
