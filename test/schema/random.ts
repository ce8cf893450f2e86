/** Random choices that a seed repeats. */
export interface Random {
  /** A whole number from 0 to below `limit`. */
  readonly below: (limit: number) => number
  readonly pick: <T>(choices: readonly [T, ...T[]]) => T
}

/** The seed of this run: TEST_SEED repeats one that failed. It stands in the name of each test that uses it. */
export const seed = Number(process.env['TEST_SEED'] ?? Date.now() % 1_000_000)

/** Starts the choices of `from` anew (a linear congruential generator, as in Numerical Recipes). */
export function randomFrom(from: number): Random {
  let state = from >>> 0
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  return { below, pick: (choices) => choices[below(choices.length)] ?? choices[0] }
}
