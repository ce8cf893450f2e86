import { readDigestWithin } from '../observer/sight/digest.ts'
import type { Digest } from '../observer/sight/digest.ts'
import type { Catalog } from '../model/catalog.ts'
import { withDatabase } from '../postgres/connect.ts'
import type { Session, Transaction } from '../postgres/connect.ts'
import { readCatalogWithin } from '../postgres/read/read-catalog.ts'
import { withScratch } from '../workbench/scratch/scratch.ts'
import type { Workbench } from '../workbench/server/server.ts'
import { keyOf, replayOf } from './replayed-history.ts'
import type { AppliedHistory } from './replayed-history.ts'
import { inSnapshot } from '../postgres/snapshot.ts'

/** A database as both witnesses see it. */
export interface Seen {
  readonly catalog: Catalog
  readonly digest: Digest
}

/** Sees what lies in the schemas, and what is governed outside of them, inside a transaction. */
export async function see(tx: Transaction, schemas: readonly string[]): Promise<Seen> {
  const catalog = await readCatalogWithin(tx, { schemas, superusers: true })
  return { catalog, digest: await digestWithin(tx, schemas) }
}

/** The replays that were seen in this process: apply may look twice, and a fleet has many databases at one version. */
const known = new Map<string, Promise<Seen>>()

/** Sees what a history makes, once in a process. */
export async function seeReplay(workbench: Workbench, history: AppliedHistory): Promise<Seen> {
  const { schemas, root } = workbench.project
  const key = JSON.stringify([workbench.url, root, schemas, keyOf(history)])
  const there = known.get(key)
  if (there !== undefined) return there
  const seen = onReplay(workbench, history, async (tx) => see(tx, schemas))
  known.set(key, seen)
  seen.catch(() => known.delete(key))
  return seen
}

/** Hands over what a history makes, in one snapshot. */
export async function onReplay<T>(
  workbench: Workbench,
  history: AppliedHistory,
  use: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return withScratch(workbench, replayOf(history), async ({ url }) =>
    withDatabase(url, async (db) => inSnapshot(db, use)),
  )
}

/** What the observer sees of what lies in the schemas of a database, summed up. */
export async function readSchemaDigest(
  session: Session,
  schemas: readonly string[],
): Promise<Digest> {
  return inSnapshot(session, async (tx) => digestWithin(tx, schemas))
}

async function digestWithin(tx: Transaction, schemas: readonly string[]): Promise<Digest> {
  return readDigestWithin(tx, { ignoreSchemas: { outside: schemas }, portable: true })
}
