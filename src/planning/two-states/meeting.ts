/**
 * Some that run at the same time and have to know something of each other before they go on. Where one of them fails,
 * all do: nobody waits for what does not come.
 */
export class Meeting<T> {
  readonly #brought: readonly PromiseWithResolvers<T>[]
  /** What all have brought, in the order of their places. Rejected with the error of the first that failed. */
  readonly all: Promise<readonly T[]>

  constructor(size: number) {
    this.#brought = Array.from({ length: size }, () => Promise.withResolvers<T>())
    this.all = Promise.all(this.#brought.map(async ({ promise }) => promise))
    // Whoever waits is told. Nobody may be waiting yet.
    this.all.catch(() => undefined)
  }

  /** Brings what the one at a place knows, and waits for the others. */
  async bring(place: number, value: T): Promise<readonly T[]> {
    this.#brought[place]?.resolve(value)
    return this.all
  }

  /** Says that the one at a place has failed. */
  fail(place: number, error: unknown): void {
    this.#brought[place]?.reject(error)
  }
}
