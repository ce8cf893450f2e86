import { sql, withSession } from '../postgres/connect.ts'
import type { Session, Transaction } from '../postgres/connect.ts'
import { asRefusal } from '../postgres/server-error.ts'
import { printPlainly } from '../postgres/print-plainly.ts'
import { describeUrl } from '../postgres/url.ts'
import { readUnparsed } from '../postgres/read/read-catalog.ts'
import { readDatabaseSettings } from '../observer/portable.ts'
import { partlySeen } from '../observer/sight/partly-seen.ts'
import { sightLater, unlookedAt } from '../observer/sight/sight.ts'
import type { SummedSight } from '../observer/sight/sight.ts'
import { readSummedWithin } from '../observer/sight/summed-up.ts'
import type { Detail, SummedUp } from '../observer/sight/summed-up.ts'
import { survey } from '../observer/survey.ts'
import { optionsOf, sightWithin, stayingSight } from './state.ts'
import type { SummedState, View } from './state.ts'

/** What must be known of a server before a database of it is read. */
export interface Login {
  /** PostgreSQL's `server_version_num`, such as 170010. */
  readonly serverVersion: number
  readonly user: string
}

/** Somebody's database, as it was at one moment. */
export interface UrlState extends SummedState {
  /** What is said of the database itself, which no plan changes. */
  readonly settings: readonly string[]
}

/** What happens while a database is read, besides. */
export interface ReadingSteps {
  /** Is told of the login first. What is read is read when it comes back. */
  readonly entered?: (login: Login) => Promise<unknown>
  /** Is told what the observer sees, which cannot change meanwhile, and answers which lines are wanted. */
  readonly seen?: (sight: SummedSight) => Promise<WantedLines>
}

/** Lines of some catalogs. */
export interface WantedLines {
  readonly only: readonly string[]
  readonly detail: Detail
}

/**
 * Reads somebody's database by both witnesses, in one transaction that writes nothing. It comes back when the catalog is
 * read: the observer goes on meanwhile, and whoever asks what he sees waits for that. Throws UserError when the server is
 * away or refuses, and for missing rights. To compare what was read takes the parser.
 */
export async function readUrl(
  url: string,
  view: View,
  { entered, seen }: ReadingSteps = {},
): Promise<UrlState> {
  const opened = async <T>(use: (session: Session) => Promise<T>): Promise<T> =>
    withSession(url, async (session) =>
      use(session).catch((error: unknown) => {
        throw asRefusal(error, describeUrl(url))
      }),
    )
  const read = Promise.withResolvers<Omit<UrlState, 'sight'>>()
  const whole = opened(async (session) =>
    session.tx(async (tx) => {
      const login = await readLogin(tx)
      await entered?.(login)
      const settings = await readDatabaseSettings(tx)
      if (view.unobserved === true) {
        read.resolve({ settings, catalog: await readUnparsed(tx, view.scope) })
        return unlookedAt
      }
      const options = optionsOf(view)
      const surveyed = await survey(tx, options)
      const catalog = await readUnparsed(tx, view.scope)
      await printPlainly(tx)
      const summing = readSummedWithin(tx, options, surveyed)
      // Planning keeps this process busy: before it begins, the server is asked, which answers meanwhile.
      setImmediate(() => {
        read.resolve({ settings, catalog })
      })
      const summed = await summing
      const wanted = await seen?.(sightWithin(tx, summed, view))
      return keeping(stayingSight(summed.digest, view, opened), { tx, summed, wanted })
    }),
  )
  whole.catch(read.reject)
  const sight = sightLater(whole)
  return { ...(await read.promise), sight }
}

/** A sight of a database that stays, with the lines that are wanted of it. */
async function keeping(
  sight: SummedSight,
  {
    tx,
    summed,
    wanted,
  }: {
    readonly tx: Transaction
    readonly summed: SummedUp
    readonly wanted: WantedLines | undefined
  },
): Promise<SummedSight> {
  if (wanted === undefined || wanted.only.length === 0) return sight
  const { only, detail } = wanted
  return partlySeen(sight, { seen: await summed.linesWithin(tx, only, detail), detail })
}

/** Makes the transaction one that sees one moment and writes nothing, and asks who we are, and what the server is. */
async function readLogin(tx: Transaction): Promise<Login> {
  const [row] = await tx.query(sql`
    set transaction isolation level repeatable read read only;
    select
      pg_catalog.current_setting('server_version_num')::integer as "serverVersion",
      current_user::text as user
  `)
  return { serverVersion: row.serverVersion, user: row.user }
}
