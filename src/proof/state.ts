import type { Catalog } from '../model/catalog.ts'
import { withDatabase } from '../postgres/connect.ts'
import { readCatalog } from '../postgres/read/catalog.ts'
import type { Scope } from '../postgres/read/reader.ts'
import { observe } from './observe.ts'
import type { Observation } from './observe.ts'

/** One of the two states that a plan leads between, seen both ways. */
export interface State {
  readonly catalog: Catalog
  readonly observation: Observation
}

/** Sees a database both ways: by the readers and by the observer. */
export async function readState(
  { url, adminUrl }: { readonly url: string; readonly adminUrl: string },
  { scope, ignoreSchemas }: { readonly scope: Scope; readonly ignoreSchemas: readonly string[] },
): Promise<State> {
  const [catalog, observation] = await Promise.all([
    withDatabase(url, (db) => readCatalog(db, scope)),
    withDatabase(adminUrl, (db) => observe(db, { ignoreSchemas })),
  ])
  return { catalog, observation }
}
