/** Lets one piece of work at a time run, in the order in which they came. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve()
  #isClosed = false

  /** Runs `work` when it is its turn. Throws what it throws, or an error once the turns are closed. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#isClosed)
      throw new Error('A session or transaction was used after its end: an await is missing.')
    const mine = this.#last.then(work)
    this.#last = mine.catch(() => undefined)
    return mine
  }

  /** Comes back when all that has come before has run; nothing is taken from now on. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#last
  }
}
