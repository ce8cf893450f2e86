/** Asks once, and answers that to everybody who asks. */
export function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined
  return async () => (answer ??= ask())
}
