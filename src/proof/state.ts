import { UserError, sameCommand } from '../errors.ts'
import type { Catalog } from '../model/catalog.ts'
import { sendText, withDatabase } from '../postgres/connect.ts'
import type { Queryable, Transaction } from '../postgres/connect.ts'
import { readCatalog } from '../postgres/read/read-catalog.ts'
import type { Scope } from '../postgres/read/reader.ts'
import { sumBuiltIns } from '../observer/sight/digest.ts'
import type { Digest, DigestOptions } from '../observer/sight/digest.ts'
import type { IgnoredSchemas } from '../observer/ignored.ts'
import type { Observation } from '../observer/observe.ts'
import { sightOf, unlookedAt } from '../observer/sight/sight.ts'
import type { Sight, SummedSight } from '../observer/sight/sight.ts'
import { observeAsWithin, readSummedWithin } from '../observer/sight/summed-up.ts'
import type { SummedUp } from '../observer/sight/summed-up.ts'

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

/**
 * Opens a database for its owner and for the superuser, and closes it. Each has separate connections, also where both
 * are one user: what the server keeps of the queries of one is of no use to the other.
 */
export async function withOpen<T>(
  { url, adminUrl }: Reached,
  use: (open: OpenDatabase) => Promise<T>,
): Promise<T> {
  return withDatabase(
    url,
    async (owner) => withDatabase(adminUrl, async (admin) => use({ owner, admin }), keeping),
    keeping,
  )
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
 * The same for a comparison at once: what the observer sees is summed up, and read line by line when that is asked for,
 * where it differs.
 */
export async function glanceAt({ owner, admin }: OpenDatabase, view: View): Promise<SummedState> {
  const [catalog, sight] = await Promise.all([
    readCatalog(owner, view.scope),
    view.unobserved === true ? unlookedAt : summedSight(admin, view),
  ])
  return { catalog, sight }
}

async function summedSight(admin: Queryable, view: View): Promise<SummedSight> {
  return sightOfSummed(await sumUp(admin, view), view, async (use) => inSnapshot(admin, use))
}

/** The sight of a database that was summed up in a transaction, as long as that lasts. */
export function sightWithin(tx: Transaction, summed: SummedUp, view: View): SummedSight {
  return sightOfSummed(summed, view, async (use) => use(tx))
}

/** `within` opens a transaction that sees what was summed up. */
function sightOfSummed(
  { digest, linesWithin }: SummedUp,
  view: View,
  within: <T>(use: (tx: Transaction) => Promise<T>) => Promise<T>,
): SummedSight {
  return {
    sumUp: async () => digest,
    look: async (only = Object.keys(digest.fields), detail = 'all') =>
      within(async (tx) => linesWithin(tx, only, detail)),
    sumBuiltIns: async (marks) => sumBuiltIns(marks, optionsOf(view), within),
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
      : withDatabase(adminUrl, async (admin) => sumUp(admin, view)).then(({ digest }) =>
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
export function stayingSight(digest: Digest, view: View, again: Again): SummedSight {
  const unchanged = async <T>(
    only: readonly string[],
    use: (tx: Transaction, summed: SummedUp) => Promise<T>,
  ): Promise<T> =>
    again(async (admin) =>
      inSnapshot(admin, async (tx) => {
        const summed = await readSummedWithin(tx, optionsOf(view, only))
        const { sums, marks } = summed.digest
        if (
          only.some(
            (name) => sums[name] !== digest.sums[name] || marks[name] !== digest.marks[name],
          )
        )
          throw new UserError(changed)
        return use(tx, summed)
      }),
    )
  return {
    sumUp: async () => digest,
    look: async (only = Object.keys(digest.sums), detail = 'all') =>
      unchanged(only, async (tx, { linesWithin }) => linesWithin(tx, only, detail)),
    sumBuiltIns: async (marks) =>
      sumBuiltIns(marks, optionsOf(view), async (use) => unchanged(Object.keys(marks), use)),
  }
}

const changed = `A database changed while it was being compared. Wait until no other session changes objects there. ${sameCommand}`

async function sumUp(admin: Queryable, view: View): Promise<SummedUp> {
  return inSnapshot(admin, async (tx) => readSummedWithin(tx, optionsOf(view)))
}

async function observeLines(admin: Queryable, view: View): Promise<Observation> {
  return inSnapshot(admin, async (tx) => observeAsWithin(tx, optionsOf(view)))
}

/** What the observer is asked for, of a view. */
export function optionsOf(
  { ignoreSchemas, portable = false }: View,
  only?: readonly string[],
): DigestOptions {
  return { ignoreSchemas, portable, marked: true, only }
}

async function inSnapshot<T>(db: Queryable, use: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.tx(async (tx) => {
    await sendText(tx, 'set transaction isolation level repeatable read read only')
    return use(tx)
  })
}
