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
    median: sorted[Math.floor(runs / 2)] ?? 0,
    max: sorted.at(-1) ?? 0,
  }
}
