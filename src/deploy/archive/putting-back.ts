import type { Migration } from '../../files/migrations.ts'
import type { Session, Transaction } from '../../postgres/connect.ts'
import { readArchived } from './archived-items.ts'
import { markUnchanged, putBack } from './put-back.ts'
import type { PutBack } from './put-back.ts'

/** An apply that puts back what rollbacks kept. */
export interface PuttingBack {
  readonly around: (
    migration: Migration,
  ) => (tx: Transaction, send: () => Promise<void>) => Promise<void>
  /** What was put back so far. */
  readonly done: () => PutBack[]
}

/** Reads what the archive of a database holds, to put it back behind the migrations that it belongs to. */
export async function startPuttingBack(
  session: Session,
  environment: string,
): Promise<PuttingBack> {
  const archived = await readArchived(session)
  const done = new Map<string, readonly PutBack[]>()
  return {
    around:
      ({ version, name }) =>
      async (tx, send) => {
        const items = archived.filter((item) => item.version === version && item.name === name)
        await markUnchanged(tx, items)
        await send()
        if (items.length === 0) return
        done.set(version, await putBack(tx, items, environment))
      },
    done: () => [...done.values()].flat(),
  }
}
