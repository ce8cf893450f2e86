import type { Talk } from '../../files/context.ts'
import { isSQLError } from '../../postgres/connect.ts'
import type { Session } from '../../postgres/connect.ts'
import { messageLine } from '../../postgres/server-error.ts'
import { addTexts, createJournal, readJournalState } from './journal-tables.ts'
import type { ReadyJournal } from './journal-tables.ts'

/** Who runs migrations, from where, and which files: what an event says of it. */
export interface Actor {
  /** The user of the machine; null where it has no name. */
  readonly user: string | null
  /** The name of the machine. */
  readonly host: string | null
  /** The commit that is checked out; null outside of a repository. */
  readonly commit: string | null
  /** The first line of atlas.sum, without `h1:`. */
  readonly seal: string | null
}

/** The journal of a database. Where it is not open nothing is written. */
export interface Journal {
  readonly session: Session
  readonly actor: Actor
  readonly isOpen: boolean
  /** Whether the texts of migrations are kept in it. */
  readonly keepsTexts: boolean
}

/**
 * Opens the journal of a database for writing: creates it where it is absent, and completes one of an older version.
 * Where that cannot be, says so once, and the journal stays closed, or as it is: migrations do not need it. The caller
 * holds the migration lock.
 */
export async function openJournal(session: Session, actor: Actor, talk: Talk): Promise<Journal> {
  const state = await readJournalState(session)
  if (state.kind === 'absent') await session.tx(createJournal)
  if (state.kind === 'closed') talk.note(`without the journal: ${state.why}`)
  const hindrance = state.kind === 'ready' ? await openTexts(session, state) : undefined
  if (hindrance !== undefined) talk.note(`the journal keeps no text of migrations: ${hindrance}`)
  const isOpen = state.kind !== 'closed'
  return { session, actor, isOpen, keepsTexts: isOpen && hindrance === undefined }
}

/** Has the journal take the texts of migrations, which are for its owner alone; answers why it cannot. */
async function openTexts(
  session: Session,
  { hasTexts, readers }: ReadyJournal,
): Promise<string | undefined> {
  if (readers.length > 0) return `${readers.join(', ')} may read schema_journal.files: revoke that`
  if (hasTexts) return undefined
  try {
    await session.tx(addTexts)
    return undefined
  } catch (error) {
    if (!isSQLError(error) || !hindrances.has(error.code)) throw error
    return `${messageLine(error)} (${error.code})`
  }
}

/** PostgreSQL's codes for a table that is in use, and for a right that is lacking. */
const hindrances: ReadonlySet<string> = new Set(['55P03', '42501'])
