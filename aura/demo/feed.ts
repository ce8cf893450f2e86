import { setTimeout as sleep } from 'node:timers/promises'
import { withSubscriber } from '../../src/postgres/subscriber.ts'
import type { Change } from '../../src/postgres/pgoutput.ts'

/** What arrived by Realtime's publication. */
export interface Feed {
  /** Waits for as many changes as are asked for that fit, from the first on. Throws an error after five seconds. */
  readonly arrive: (count: number, fits: (change: Change) => boolean) => Promise<readonly Change[]>
}

/** Follows the publication `supabase_realtime` as Realtime does, by logical decoding, while `use` runs. */
export async function withFeed<T>(url: string, use: (feed: Feed) => Promise<T>): Promise<T> {
  const arrived: Change[] = []
  const onChange = (change: Change): void => {
    arrived.push(change)
  }
  const subscription = { publication: 'supabase_realtime', onChange, interval: 25 }
  return withSubscriber(url, subscription, async () =>
    use({
      arrive: async (count, fits) => {
        const end = performance.now() + 5000
        for (;;) {
          const found = arrived.filter(fits)
          if (found.length >= count) return found.slice(0, count)
          if (performance.now() > end)
            throw new Error(`${String(count)} changes should have arrived`)
          await sleep(5)
        }
      },
    }),
  )
}
