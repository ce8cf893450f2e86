import { setTimeout } from 'node:timers/promises'

/** Waits until it is so, for ten seconds at most; false when it has not become so. */
export async function becomes(check: () => Promise<boolean>): Promise<boolean> {
  for (let waited = 0; waited < 10_000; waited += 50) {
    if (await check()) return true
    await setTimeout(50)
  }
  return false
}
