import { describe, expect, it } from 'vitest'
import { parseTransactional } from '../../../src/deploy/run/transaction.ts'
import { messageOf } from '../../../src/errors.ts'

describe('parseTransactional', () => {
  it.each([
    'analyze public.notes',
    'reindex table public.notes',
    'cluster public.notes using notes_pkey',
    'create index notes_body_idx on public.notes (body)',
    'refresh materialized view concurrently public.seen',
    'alter table public.notes detach partition public.old_notes',
    'savepoint here; rollback to here; release here',
    'discard temp',
    'drop index public.notes_body_idx',
  ])('lets %s pass, which runs inside a transaction', async (statement) => {
    expect(await messageFor(`${statement};`)).toBeUndefined()
  })

  it.each([
    'create index concurrently notes_body_idx on public.notes (body)',
    'drop index concurrently public.notes_body_idx',
    'reindex table concurrently public.notes',
    'alter table public.notes detach partition public.old_notes concurrently',
  ])('refuses %s, with the place and where to put it', async (statement) => {
    const text = `select 1;\n  ${statement};\n`
    expect(await messageFor(text)).toBe(
      'a.sql:2:3: this statement works concurrently, and a migration is one transaction. Put it into a separate file that begins with: -- atlas:txmode none (and an empty line), or leave out `concurrently`.',
    )
    expect(await messageFor(`${noTransaction}${text}`)).toBeUndefined()
  })

  it.each(['vacuum public.notes', 'reindex schema public'])(
    'refuses %s, which may be done again without a transaction',
    async (statement) => {
      expect(await messageFor(`${statement};`)).toBe(
        'a.sql:1:1: this statement cannot run inside a transaction, and a migration is one transaction. Put it into a separate file that begins with: -- atlas:txmode none (and an empty line), or take it out.',
      )
      expect(await messageFor(`${noTransaction}${statement};`)).toBeUndefined()
    },
  )

  it.each([
    'cluster',
    'create database other',
    'alter system set work_mem = 1',
    "create tablespace t location '/t'",
    "create subscription s connection 'host=a' publication p",
    'discard all',
  ])('refuses %s in files of both sorts', async (statement) => {
    const sentence =
      'this statement cannot run inside a transaction, and nothing tells whether it was done after an interruption. Take it out, and run it by hand.'
    expect(await messageFor(`${statement};`)).toBe(`a.sql:1:1: ${sentence}`)
    expect(await messageFor(`${noTransaction}${statement};`)).toBe(`a.sql:3:1: ${sentence}`)
  })

  it.each([
    ['begin', 'is about a transaction.'],
    ['savepoint here', 'is about a transaction.'],
    ['set local search_path = a', 'lasts for its transaction,'],
    ['lock table public.notes', 'lasts for its transaction,'],
    ['set constraints all deferred', 'lasts for its transaction,'],
    ['declare c cursor for select 1', 'lasts for its transaction,'],
    ['prepare one as select 1', 'lasts for the session,'],
    ['create temp table a (id int)', 'lasts for the session,'],
    ['create temp table a as select 1', 'lasts for the session,'],
    ['create index concurrently on public.notes (body)', 'makes an index without a name:'],
  ])('refuses %s where each statement is a transaction', async (statement, reason) => {
    expect(await messageFor(`${noTransaction}select 1;\n${statement};`)).toContain(
      `a.sql:4:1: this statement ${reason}`,
    )
  })

  it.each([
    ['set transaction read only', true, true],
    ['set local transaction_read_only = on', true, true],
    ['set session characteristics as transaction read only', false, true],
    ['set default_transaction_read_only to true', false, true],
    ['set transaction read write', false, false],
    ['set default_transaction_read_only = off', false, false],
  ])('refuses %s where nothing could be recorded behind it', async (statement, once, stepwise) => {
    const sentence =
      'this statement makes transactions read-only: what is done could not be recorded. Take it out.'
    expect(await messageFor(`${statement};`)).toBe(once ? `a.sql:1:1: ${sentence}` : undefined)
    const told = await messageFor(`${noTransaction}${statement};`)
    expect(told === `a.sql:3:1: ${sentence}`).toBe(stepwise)
  })

  it('says of a directive that nobody reads where it should stand', async () => {
    expect(await messageFor('select 1;\n-- atlas:txmode none\n')).toBe(
      'a.sql:2: nobody reads this directive. It is: -- atlas:txmode none, among the comment lines at the very start of the file, and an empty line behind them.',
    )
  })
})

const noTransaction = '-- atlas:txmode none\n\n'

/** What is said against a file; undefined where nothing is. */
async function messageFor(text: string): Promise<string | undefined> {
  return parseTransactional({ text, path: 'a.sql' }).then(() => undefined, messageOf)
}
