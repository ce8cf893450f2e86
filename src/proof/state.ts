import type { Catalog } from '../model/catalog.ts'
import { withDatabase } from '../postgres/connect.ts'
import type { Queryable } from '../postgres/connect.ts'
import { readCatalog } from '../postgres/read/catalog.ts'
import type { Scope } from '../postgres/read/reader.ts'
import { observe } from './observe.ts'
import type { Observation } from './observe.ts'

/** One of the two states that a plan leads between, seen both ways. */
export interface State {
  readonly catalog: Catalog
  readonly observation: Observation
}

/** A database that is open for its owner and for the superuser. */
export interface OpenDatabase {
  readonly owner: Queryable
  readonly admin: Queryable
}

/** What of a database is seen: of whose schemas the readers tell, and which the observer leaves out. */
interface Sight {
  readonly scope: Scope
  readonly ignoreSchemas: readonly string[]
}

/** Sees a database both ways: by the readers and by the observer. */
export async function readState(
  { url, adminUrl }: { readonly url: string; readonly adminUrl: string },
  sight: Sight,
): Promise<State> {
  return withDatabase(url, (owner) =>
    withDatabase(adminUrl, (admin) => seeState({ owner, admin }, sight)),
  )
}

/** The same of a database that is open. */
export async function seeState(
  { owner, admin }: OpenDatabase,
  { scope, ignoreSchemas }: Sight,
): Promise<State> {
  const [catalog, observation] = await Promise.all([
    readCatalog(owner, scope),
    observe(admin, { ignoreSchemas }),
  ])
  return { catalog, observation }
}
