import type { Catalog } from '../model/catalog.ts'
import { withDatabase } from '../postgres/connect.ts'
import type { Queryable } from '../postgres/connect.ts'
import { readCatalog } from '../postgres/read/catalog.ts'
import type { Scope } from '../postgres/read/reader.ts'
import { observeAcross } from './across.ts'
import type { IgnoredSchemas } from './ignored.ts'
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

/** What of a database is looked at. */
export interface View {
  /** For the readers. */
  readonly scope: Scope
  /** Schemas that the observer leaves out. */
  readonly ignoreSchemas: IgnoredSchemas
  /** Whether it is compared with a database of another server. */
  readonly across?: boolean
}

/** Sees a database both ways: by the readers and by the observer. */
export async function readState(
  { url, adminUrl }: { readonly url: string; readonly adminUrl: string },
  view: View,
): Promise<State> {
  return withDatabase(url, (owner) =>
    withDatabase(adminUrl, (admin) => seeState({ owner, admin }, view)),
  )
}

/** The same of a database that is open. */
export async function seeState(
  { owner, admin }: OpenDatabase,
  { scope, ignoreSchemas, across = false }: View,
): Promise<State> {
  const look = across ? observeAcross : observe
  const [catalog, observation] = await Promise.all([
    readCatalog(owner, scope),
    look(admin, { ignoreSchemas }),
  ])
  return { catalog, observation }
}
