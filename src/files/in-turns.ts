import { setImmediate } from 'node:timers/promises'

/** Makes something of each of a list, one after the other. In between the process can answer a server. */
export async function inTurns<T, U>(
  list: readonly T[],
  make: (each: T) => U | Promise<U>,
): Promise<U[]> {
  const made: U[] = []
  for (const each of list) {
    await setImmediate()
    made.push(await make(each))
  }
  return made
}
