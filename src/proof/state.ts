import { UserError, sameCommand } from '../errors.ts'
import type { Catalog } from '../model/catalog.ts'
import { sendText, withDatabase } from '../postgres/connect.ts'
import type { Queryable, Transaction } from '../postgres/connect.ts'
import { readCatalog } from '../postgres/read/read-catalog.ts'
import type { Scope } from '../postgres/read/reader.ts'
import { observePortableWithin } from '../observer/portable.ts'
import { readDigestWithin, sumBuiltIns } from '../observer/digest.ts'
import type { Digest, DigestOptions } from '../observer/digest.ts'
import type { IgnoredSchemas } from '../observer/ignored.ts'
import { observeWithin } from '../observer/observe.ts'
import type { Observation } from '../observer/observe.ts'
import { sightOf, unlookedAt } from '../observer/sight.ts'
import type { Sight, SummedSight } from '../observer/sight.ts'

/** One of the two states that a plan leads between, as both witnesses see it. */
export interface State {
  readonly catalog: Catalog
  readonly sight: Sight
}

/** One whose sight can be summed up. */
export interface SummedState extends State {
  readonly sight: SummedSight
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
  readonly portable?: boolean
  /** Whether the observer is not asked at all. */
  readonly unobserved?: boolean
}

/** How a database is reached by its owner and by the superuser. */
interface Reached {
  readonly url: string
  readonly adminUrl: string
}

/** Opens a database for its owner and for the superuser, and closes it. */
export async function withOpen<T>(
  { url, adminUrl }: Reached,
  use: (open: OpenDatabase) => Promise<T>,
): Promise<T> {
  // A new connection has to read the catalogs that an older one knows.
  const both = async (owner: Queryable): Promise<T> =>
    url === adminUrl
      ? use({ owner, admin: owner })
      : withDatabase(adminUrl, async (admin) => use({ owner, admin }), keeping)
  return withDatabase(url, both, keeping)
}

/** A scratch database is looked at several times. */
const keeping = { keepsPlans: true } as const

/** Sees a database as both witnesses do: by the readers and by the observer. */
export async function readState(database: Reached, view: View): Promise<State> {
  return withOpen(database, (open) => seeState(open, view))
}

/** The same of a database that is open. All lines are read: it may change afterwards. */
export async function seeState({ owner, admin }: OpenDatabase, view: View): Promise<State> {
  const [catalog, sight] = await Promise.all([
    readCatalog(owner, view.scope),
    view.unobserved === true ? unlookedAt : observeLines(admin, view).then(sightOf),
  ])
  return { catalog, sight }
}

/**
 * The same for a comparison at once: what the observer sees is read when it is asked for, line by line where it
 * differs.
 */
export async function glanceAt({ owner, admin }: OpenDatabase, view: View): Promise<SummedState> {
  const catalog = await readCatalog(owner, view.scope)
  if (view.unobserved === true) return { catalog, sight: unlookedAt }
  return {
    catalog,
    sight: {
      sumUp: async () => sumUp(admin, view),
      look: async (only) => observeLines(admin, view, only),
      sumBuiltIns: async (marks) =>
        sumBuiltIns(marks, optionsOf(view), async (use) => inSnapshot(admin, use)),
    },
  }
}

/**
 * Sees a database that stays, or that can be made again: summed up now, line by line whenever that is asked for.
 * `again` opens it, or one like it.
 */
export async function readStaying(
  { url, adminUrl }: Reached,
  view: View,
  again: Again,
): Promise<State> {
  const [catalog, sight] = await Promise.all([
    withDatabase(url, async (owner) => readCatalog(owner, view.scope)),
    view.unobserved === true
      ? unlookedAt
      : withDatabase(adminUrl, async (admin) => sumUp(admin, view)).then((digest) =>
          stayingSight(digest, view, again),
        ),
  ])
  return { catalog, sight }
}

/** Opens a database, or one like it, and closes it. */
export type Again = <T>(use: (admin: Queryable) => Promise<T>) => Promise<T>

/**
 * What was summed up, and its lines as they are when they are asked for. Throws UserError where they are others by
 * then.
 */
export function stayingSight(digest: Digest, view: View, again: Again): Sight {
  const unchanged = async <T>(
    only: readonly string[] | undefined,
    use: (tx: Transaction) => Promise<T>,
  ): Promise<T> =>
    again(async (admin) =>
      inSnapshot(admin, async (tx) => {
        const { sums, marks } = await readDigestWithin(tx, optionsOf(view, only))
        const names = only ?? Object.keys(digest.sums)
        if (
          names.some(
            (name) => sums[name] !== digest.sums[name] || marks[name] !== digest.marks[name],
          )
        )
          throw new UserError(changed)
        return use(tx)
      }),
    )
  return {
    sumUp: async () => digest,
    look: async (only) => unchanged(only, async (tx) => linesWithin(tx, view, only)),
    sumBuiltIns: async (marks) =>
      sumBuiltIns(marks, optionsOf(view), async (use) => unchanged(Object.keys(marks), use)),
  }
}

const changed = `A database changed while it was being compared. Wait until no other session changes objects there. ${sameCommand}`

async function sumUp(admin: Queryable, view: View): Promise<Digest> {
  return inSnapshot(admin, async (tx) => readDigestWithin(tx, optionsOf(view)))
}

async function observeLines(
  admin: Queryable,
  view: View,
  only?: readonly string[],
): Promise<Observation> {
  return inSnapshot(admin, async (tx) => linesWithin(tx, view, only))
}

async function linesWithin(
  tx: Transaction,
  { ignoreSchemas, portable = false }: View,
  only?: readonly string[],
): Promise<Observation> {
  return portable
    ? observePortableWithin(tx, { ignoreSchemas, only })
    : observeWithin(tx, { ignoreSchemas, only })
}

/** What the observer is asked for, of a view. */
export function optionsOf(
  { ignoreSchemas, portable = false }: View,
  only?: readonly string[],
): DigestOptions {
  return { ignoreSchemas, portable, marked: portable, only }
}

async function inSnapshot<T>(db: Queryable, use: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.tx(async (tx) => {
    await sendText(tx, 'set transaction isolation level repeatable read read only')
    return use(tx)
  })
}
