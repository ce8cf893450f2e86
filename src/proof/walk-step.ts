import type { Change } from '../model/diff.ts'
import { whatIsAmiss } from './amiss.ts'
import type { Difference } from './compare.ts'
import type { State } from './state.ts'

/** What was shown on a copy, and how long it took, in milliseconds. */
export interface WalkStep {
  readonly way: 'up' | 'down'
  /** Which migration was run, from 1; the way up is looked at after the last of them. */
  readonly part: number
  /** What is not as it should be, by the readers and by the observer; nothing when it holds. */
  readonly changes: readonly Change[]
  readonly differences: readonly Difference[]
  readonly milliseconds: number
}

/** Goes one way and compares the state that `go` answers with where it should lead. */
export async function stepTo(
  name: Pick<WalkStep, 'way' | 'part'>,
  wanted: State,
  go: () => Promise<State>,
): Promise<WalkStep> {
  const start = performance.now()
  const reached = await go()
  const amiss = await whatIsAmiss(reached, wanted)
  return { ...name, ...amiss, milliseconds: performance.now() - start }
}

/**
 * Goes back part by part, the last one first, and compares what is there after each with the state before that part on
 * the way up. Errors of what is run pass through.
 */
export async function walkBack(
  states: readonly State[],
  runs: readonly (() => Promise<unknown>)[],
  look: () => Promise<State>,
): Promise<WalkStep[]> {
  const steps: WalkStep[] = []
  for (const [at, run] of [...runs.entries()].toReversed()) {
    const before = states[at]
    if (before === undefined) throw new Error('a part without the state before it')
    const step = await stepTo({ way: 'down', part: at + 1 }, before, async () => {
      await run()
      return look()
    })
    steps.push(step)
  }
  return steps
}
