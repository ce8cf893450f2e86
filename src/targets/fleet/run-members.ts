/** How many at once, and when to begin no more. */
export interface RunOptions<M, T> {
  /** How many at once. */
  readonly parallel: number
  /** After so many failures no other member is begun; those that run are finished. */
  readonly stopAfter: number
  readonly run: (member: M) => Promise<T>
  readonly failed: (result: T) => boolean
  /** Called after each member. */
  readonly onDone: (member: M, result: T) => void
}

/**
 * Runs members in their order, some at once. Answers what each came to by its place; undefined for those that were not
 * begun.
 */
export async function runMembers<M, T>(
  members: readonly M[],
  { parallel, stopAfter, run, failed, onDone }: RunOptions<M, T>,
): Promise<(T | undefined)[]> {
  const results: (T | undefined)[] = members.map(() => undefined)
  const left = members.entries()
  let failures = 0
  const work = async (): Promise<void> => {
    while (failures < stopAfter) {
      const next = left.next()
      if (next.done === true) return
      const [index, member] = next.value
      const result = await run(member)
      results[index] = result
      if (failed(result)) failures += 1
      onDone(member, result)
    }
  }
  await Promise.all(Array.from({ length: parallel }, work))
  return results
}
