import { UserError } from '../../errors.ts'
import { journalSchema } from '../../files/own-schemas.ts'
import { sql } from '../../postgres/connect.ts'
import type { Queryable, Session, Transaction } from '../../postgres/connect.ts'
import type { Position } from '../../sql/backfill/key-range.ts'
import { createJournal, readJournalState } from '../journal/journal-tables.ts'
import { revokeFromOthers } from '../session/revoke-from-others.ts'

/** Which statement: the file (`007_fill.sql`, `down/007_fill.sql`), and its place among the statements, from 0. */
export interface StepName {
  readonly file: string
  readonly statement: number
  /** What the statement and its directive come to: another text is another work. */
  readonly hash: string
}

/** How far a statement has come. */
export interface Progress {
  /** The key of the last row that was gone through; null before the first. */
  readonly position: Position | null
  /** How often the table was begun, from 1. */
  readonly pass: number
  /** Rows that were gone through in this pass. */
  readonly visited: number
  /** Rows that were changed, in all. */
  readonly changed: number
  /** Whether the last row was reached: what is left is to verify. */
  readonly isThrough: boolean
}

/** Where a statement begins. */
const beginning: Progress = {
  position: null,
  pass: 1,
  visited: 0,
  changed: 0,
  isThrough: false,
}

/**
 * Makes the table of positions where it is not there. Throws UserError where the user may not: without a position an
 * interrupted run could not go on.
 */
export async function preparePositions(session: Session, place: string): Promise<void> {
  await asSelf(session, async (tx) => {
    const state = await readJournalState(tx)
    if (state.kind === 'closed')
      throw new UserError(
        `${place}: @backfill keeps its position in schema schema_journal, which cannot be used: ${state.why}. ` +
          'Have the schema created for the user of the URL, or take the directive out.',
      )
    if (state.kind === 'absent') await createJournal(tx)
    await tx.query(sql`
      create table if not exists schema_journal.backfills (
        file text not null,
        statement integer not null,
        hash text not null,
        position text[],
        pass integer not null,
        visited bigint not null,
        changed bigint not null,
        is_through boolean not null,
        updated_at timestamp with time zone not null default pg_catalog.clock_timestamp(),
        constraint backfills_pkey primary key (file, statement)
      )
    `)
    await revokeFromOthers(tx, journalSchema)
  })
}

/** Runs `use` in a transaction with the rights of the session's user, whatever role the file has taken. */
export async function asSelf<T>(
  session: Session,
  use: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return session.tx(async (tx) => {
    await takeOwnRole(tx)
    return use(tx)
  })
}

/** For the rest of the transaction: what the file has set holds for its statements again. */
export async function takeOwnRole(tx: Transaction): Promise<void> {
  await tx.query(sql`select pg_catalog.set_config('role', 'none', true)`)
}

/** How far a statement has come; the beginning where it was another text then. */
export async function readProgress(
  db: Queryable,
  { file, statement, hash }: StepName,
): Promise<Progress> {
  const [row] = await db.query(sql`
    select
      position,
      pass,
      visited::float8 as visited,
      changed::float8 as changed,
      is_through as "isThrough"
    from schema_journal.backfills
    where file = ${file} and statement = ${statement} and hash = ${hash}
  `)
  return row ?? beginning
}

/** Writes how far a statement has come, in the transaction of its batch. */
export async function writeProgress(
  tx: Queryable,
  { file, statement, hash }: StepName,
  { position, pass, visited, changed, isThrough }: Progress,
): Promise<void> {
  await tx.query(sql`
    insert into schema_journal.backfills as b
      (file, statement, hash, position, pass, visited, changed, is_through)
    values
      (${file}, ${statement}, ${hash}, ${position}, ${pass}, ${visited}, ${changed}, ${isThrough})
    on conflict (file, statement) do update
    set
      hash = excluded.hash,
      position = excluded.position,
      pass = excluded.pass,
      visited = excluded.visited,
      changed = excluded.changed,
      is_through = excluded.is_through,
      updated_at = pg_catalog.clock_timestamp()
  `)
}

/** Forgets a statement, in the transaction that records it as applied. */
export async function forgetProgress(tx: Queryable, { file, statement }: StepName): Promise<void> {
  await tx.query(
    sql`delete from schema_journal.backfills where file = ${file} and statement = ${statement}`,
  )
}
