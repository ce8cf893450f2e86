import { FailedWay } from '../../proof/run-segment.ts'
import { withoutRenames } from '../../proof/with-renames.ts'
import { judge } from './between-verdict.ts'
import type { Proof } from './between-verdict.ts'
import { withTouchedCopy } from './touched-copy.ts'
import { runOn } from './trial.ts'
import type { Trial } from './trial.ts'

/**
 * On a copy of what the plan can have an effect on. Undefined where that is not asked for, cannot be made, or does not
 * hold: then a whole copy tells.
 */
export async function proveTouched(trial: Trial): Promise<Proof | undefined> {
  const { from, extent, renaming, up, down, sides } = trial
  if (extent !== 'touched' || renaming.state !== from.state) return undefined
  return withTouchedCopy({ ...trial, plans: [up, down] }, async (copy) => {
    if (copy === undefined) return undefined
    const { current, desired } = copy
    const run = await runOn(copy.open, {
      current,
      desired,
      renaming: withoutRenames(current),
      up,
      down,
      sides,
    })
    const proof = run instanceof FailedWay ? undefined : judge(run)
    return proof?.proved === true ? { ...proof, copied: copy.copied } : undefined
  })
}
