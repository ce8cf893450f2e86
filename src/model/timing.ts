/** How long one thing took, over several runs, in milliseconds. */
export interface Timing {
  readonly name: string
  readonly runs: number
  readonly min: number
  readonly median: number
  readonly max: number
}

/** How long something takes, in milliseconds. */
export async function measure(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

/** Sums up runs that each answer how long they took, in milliseconds. */
export async function timeRuns(
  name: string,
  runs: number,
  run: () => Promise<number>,
): Promise<Timing> {
  const times: number[] = []
  for (let count = 0; count < runs; count += 1) times.push(await run())
  const sorted = times.toSorted((a, b) => a - b)
  return {
    name,
    runs,
    min: sorted[0] ?? 0,
    median: medianOf(times),
    max: sorted.at(-1) ?? 0,
  }
}

/** The value in the middle; the higher one of two, and 0 of none. */
export function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
