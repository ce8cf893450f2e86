import { aroundAll, describe, expect, it } from 'vitest'
import { parseRunnable } from '../../../src/deploy/run/runnable-file.ts'
import { runFile } from '../../../src/deploy/run/run-file.ts'
import { defaultLimits } from '../../../src/deploy/session/session.ts'
import type { Limits } from '../../../src/deploy/session/session.ts'
import { messageOf } from '../../../src/errors.ts'
import { withSession } from '../../../src/postgres/connect.ts'
import type { Session } from '../../../src/postgres/connect.ts'
import { sql, useDatabase } from '../../support/database.ts'

const db = useDatabase({ kind: 'platform', mode: 'today' })

let opened: Session | undefined
aroundAll(async (runTests) => {
  await withSession(db.url, async (session) => {
    opened = session
    await runTests()
  })
})

/** Runs a text as a file; answers what is said of it, '' where nothing is. */
async function run(text: string, limits: Limits = defaultLimits): Promise<string> {
  if (opened === undefined) throw new Error('the session exists inside tests only')
  const file = await parseRunnable({ text, path: 'a.sql' })
  return runFile(opened, file, { limits, record: async () => '' }).catch(messageOf)
}

/** The semicolon is on the next line: a comment must not take it. */
const insert = (id: number): string =>
  `insert into public.rows_of values (${String(id)}, 'a;b') -- row\n;\n`

describe('a file', () => {
  it('runs once, also where PostgreSQL does not say which statement failed', async () => {
    await db.text('create sequence public.runs')
    expect(
      await run("select nextval('public.runs');\ndo $$ begin raise exception 'no'; end $$;\n"),
    ).toMatch(/^a\.sql:2:1: no \(P0001\)\n {2}do \$\$ begin/)
    expect(await db.query(sql`select last_value::integer as runs from public.runs`)).toEqual([
      { runs: 1 },
    ])
  })

  it('that waits too long for a lock is told with the statement that waits', async () => {
    await db.text('create table public.held (id bigint)')
    await db.owner.tx(async (tx) => {
      await tx.query(sql`lock table public.held`)
      const limits = { ...defaultLimits, lock: 50, lockBudget: 0 }
      const text =
        'select 1;\n\n  insert into public.held values (1);\ninsert into public.held values (2);'
      expect(await run(text, limits)).toMatch(/^a\.sql:3:3: another session holds a lock/)
    })
  })

  it('of many rows is sent in a few goes, and still says which row is refused', async () => {
    await db.text('create table public.rows_of (id bigint primary key, body text)')
    const text = Array.from({ length: 60 }, (_row, id) => insert(id)).join('')
    expect(await run(`${text}${insert(7)}`)).toMatch(
      /^a\.sql:121:1: duplicate key value violates unique constraint "rows_of_pkey" \(23505\)\n {2}insert into public\.rows_of values \(7, 'a;b'\) -- row\n {2}\^$/,
    )
    expect(await run(text)).toBe('')
    expect(await db.query(sql`select count(*)::integer as n from public.rows_of`)).toEqual([
      { n: 60 },
    ])
  })

  it('keeps a hint for the planner with its statement, and the place of a mistake in it', async () => {
    expect(await run('select 1;\n/*+ SeqScan(a) */\nselect nothing from pg_class;')).toBe(
      'a.sql:3:8: column "nothing" does not exist (42703)\n  select nothing from pg_class;\n         ^',
    )
    await run('/*+ x */ create table public.asked as select current_query() as query;')
    expect(await db.query(sql`select query from public.asked`)).toEqual([
      { query: '/*+ x */\ncreate table public.asked as select current_query() as query' },
    ])
  })

  it('may have bodies, comments in comments, savepoints, and what lasts for its transaction', async () => {
    expect(
      await run(`
/* a /* nested; */ comment; */
create function public.one() returns int language sql begin atomic select 1; select 2; end;
create function public.two() returns text language sql as $a$ select ';$$' $a$;
savepoint here; create table public.gone (id int); rollback to here;
set local search_path = pg_temp; create temp table scratch (id int); insert into scratch values (1);
prepare two as select 2; execute two;
declare c cursor for select 1; fetch c; close c;
set role anon;
-- the end`),
    ).toBe('')
    expect(await db.query(sql`select to_regclass('public.gone') as gone`)).toEqual([{ gone: null }])
  })

  it.each([
    ['a block', 'do $$ begin commit; end $$;'],
    [
      'a procedure',
      'create procedure public.p() language plpgsql as $$ begin commit; end $$; call public.p();',
    ],
  ])('with %s that commits is told why that cannot be', async (_what, text) => {
    expect(await run(text)).toMatch(
      /^a\.sql:1:\d+: invalid transaction termination \(2D000\)\n[^]*\nA procedure or block that commits cannot run in a migration, whose statements share a transaction with its history row\. Write the work without COMMIT and ROLLBACK\. The file was rolled back\.$/,
    )
  })

  it('that uses a label of an enum which it added is told where', async () => {
    await db.text(
      "create type public.mood as enum ('calm'); create table public.moods (mood public.mood)",
    )
    expect(
      await run(
        "alter type public.mood add value 'glad';\ninsert into public.moods values ('glad');",
      ),
    ).toMatch(/^a\.sql:2:34: unsafe use of new value "glad" of enum type mood \(55P04\)/)
  })

  it('that ends with a constraint unmet says so, and leaves nothing', async () => {
    expect(
      await run(`create table public.self (id int primary key,
  up int constraint self_up_fkey references public.self deferrable initially deferred);
insert into public.self values (1, 2);`),
    ).toBe(
      'a.sql: insert or update on table "self" violates foreign key constraint "self_up_fkey" (23503)',
    )
  })
})
