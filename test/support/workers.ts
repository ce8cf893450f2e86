/** Does something with each item, `count` at the same time: every worker takes the next one. */
export async function byWorkers<T>(
  items: readonly T[],
  count: number,
  use: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values()
  const work = async (): Promise<void> => {
    for (const item of queue) await use(item)
  }
  await Promise.all(Array.from({ length: count }, work))
}
