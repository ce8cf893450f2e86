import { describe, expect, it } from 'vitest'
import { refuseOwnTransactions } from '../../../src/deploy/run/transaction.ts'
import { messageOf } from '../../../src/errors.ts'

describe('refuseOwnTransactions', () => {
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
    expect(await refuseOwnTransactions(`${statement};`, 'a.sql').catch(messageOf)).toBeUndefined()
  })

  it.each([
    'create index concurrently notes_body_idx on public.notes (body)',
    'drop index concurrently public.notes_body_idx',
    'reindex table concurrently public.notes',
    'alter table public.notes detach partition public.old_notes concurrently',
  ])('refuses %s, with the place', async (statement) => {
    const text = `select 1;\n  ${statement};\n`
    expect(await refuseOwnTransactions(text, 'a.sql').catch(messageOf)).toBe(
      'a.sql:2:3: this statement works concurrently. PostgreSQL cannot do that inside a transaction, and a migration is one. Leave out `concurrently`.',
    )
  })

  it.each([
    'vacuum public.notes',
    'reindex schema public',
    'cluster',
    "create tablespace t location '/t'",
    'discard all',
  ])('refuses %s', async (statement) => {
    expect(await refuseOwnTransactions(`${statement};`, 'a.sql').catch(messageOf)).toBe(
      'a.sql:1:1: this statement cannot run inside a transaction. Take it out.',
    )
  })
})
