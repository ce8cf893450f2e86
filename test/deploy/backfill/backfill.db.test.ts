import { describe, expect, it } from 'vitest'
import { runBackfill } from '../../../src/deploy/backfill/run-backfill.ts'
import { withSession } from '../../../src/postgres/connect.ts'
import { defaultLimits } from '../../../src/deploy/session/session.ts'
import { messageOf } from '../../../src/errors.ts'
import { splitStatements } from '../../../src/sql/scan/split.ts'
import { isBackfill } from '../../../src/sql/scan/txmode.ts'
import { longer } from '../../support/sample.ts'
import { sql, withTestDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/database.ts'

const path = 'migrations/007_fill.sql'

/** What a run said, and its error. */
interface Ran {
  readonly notes: string[]
  readonly steps: string[]
  readonly error: string | undefined
}

interface More {
  /** Called at each step. */
  readonly onStep?: () => Promise<void>
  readonly record?: boolean
  /** Sent first in the session. */
  readonly before?: readonly string[]
  readonly signal?: AbortSignal
}

async function run(
  db: TestDatabase,
  text: string,
  { onStep, record = true, before = [], signal }: More = {},
): Promise<Ran> {
  const statements = await splitStatements(text, path)
  const statement = statements.find(isBackfill)
  if (statement === undefined) throw new Error('no directive')
  const notes: string[] = []
  const steps: string[] = []
  const pending: Promise<void>[] = []
  const talk = {
    note: (line: string) => void notes.push(line),
    step: (line: string) => {
      steps.push(line)
      if (onStep !== undefined) pending.push(onStep())
    },
  }
  const limits = { ...defaultLimits, lock: 100, lockBudget: 300 }
  const file = { path, text, statements }
  const error = await withSession(db.url, async (session) => {
    for (const line of before) await session.query([sql.__dangerous__rawValue(line)])
    const forget = await runBackfill({ session, statement, file, limits, talk, signal })
    if (record) await session.tx(forget)
  }).then(() => undefined, messageOf)
  await Promise.all(pending)
  return { notes, steps, error }
}

async function withNotes(use: (db: TestDatabase) => Promise<void>, rows = 2500): Promise<void> {
  await withTestDatabase({ kind: 'platform', mode: 'today' }, async (db) => {
    await db.text(`
      create table public.notes (id bigint primary key, body text not null, title text, n integer not null default 0);
      insert into public.notes select 3 * i, 'note ' || i from generate_series(1, ${String(rows)}) as i;
      analyze public.notes;
    `)
    await use(db)
  })
}

const fill = (options = '', verify = ''): string =>
  `-- @backfill table=public.notes key=id ${options}\n${verify}update public.notes set title = upper(body), n = n + 1 where title is null;\n`

const sums = sql`select count(*)::integer as all, count(title)::integer as filled, sum(n)::integer as times from public.notes`

const took = (line: string): string => line.replace(/\d+(?:\.\d+)? s/, 'T')

describe('a statement that is run in batches', () => {
  it('changes each row once, tells how far it is, verifies by its condition, and leaves no position', async () => {
    await withNotes(async (db) => {
      const ran = await run(db, fill())
      expect(ran.error).toBeUndefined()
      expect(ran.notes.map(took)).toEqual([
        'public.notes: 2,500 rows gone through, 2,500 changed in all, T; verified: the condition selects no row any more',
      ])
      expect(ran.steps.map((step) => step.replace(/, [\d,]+ rows\/s.*/, ''))).toEqual([
        'public.notes: 1,000 of about 2,500 rows',
        'public.notes: 2,000 of about 2,500 rows',
        'public.notes: 2,500 of about 2,500 rows',
      ])
      expect(await db.query(sums)).toEqual([{ all: 2500, filled: 2500, times: 2500 }])
      expect(await db.query(sql`select from schema_journal.backfills`)).toEqual([])
    })
  })

  it('ends in a pause between two batches at once where it is to', async () => {
    await withNotes(async (db) => {
      const end = new AbortController()
      const onStep = async (): Promise<void> => Promise.resolve(end.abort())
      const ran = await run(db, fill('pause=10min'), { onStep, signal: end.signal })
      expect(ran.error).toMatch(/ stopped after 1000 rows, which stay\./)
      expect(await db.query(sums)).toEqual([{ all: 2500, filled: 1000, times: 1000 }])
    })
  })

  it('says for which row it fails, keeps what is before it, and goes on there', async () => {
    await withNotes(async (db) => {
      await db.text(`alter table public.notes add constraint short check (title <> 'NOTE 1717')`)
      const first = await run(db, fill())
      expect(first.error).toMatch(
        /^migrations\/007_fill\.sql:2:1: new row .* violates check constraint "short" \(23514\)\n/,
      )
      expect(first.error).toMatch(
        /\nIt fails for the row id = 5151\. 1716 rows before it are done and stay\. Correct the row or the statement: the next run goes on there\.$/,
      )
      expect(await db.query(sums)).toEqual([{ all: 2500, filled: 1716, times: 1716 }])
      await db.text('alter table public.notes drop constraint short')
      expect((await run(db, fill())).error).toBeUndefined()
      expect(await db.query(sums)).toEqual([{ all: 2500, filled: 2500, times: 2500 }])
    })
  })
})

describe('batches under attack', longer, () => {
  it('go by keys of any sort: text, uuid, dates, names that need quotes, several columns', async () => {
    await withTestDatabase({ kind: 'platform', mode: 'today' }, async (db) => {
      const keys = [
        ['text', "'it''s ; \\ \"' || chr(64 + i) || i"],
        ['text collate "C"', 'chr(300 + i % 7) || i'],
        ['uuid', 'gen_random_uuid()'],
        [
          'timestamp with time zone',
          "'2026-02-01'::timestamptz - i * interval '1 day 7 microseconds'",
        ],
        ['date', "'0001-02-03 BC'::date + i * 100000"],
        ['numeric', 'i / 7.0'],
        ['double precision', "case i when 7 then 'infinity' else sqrt(i) end"],
        ['char(20)', "'c' || i"],
        ['bytea', 'int4send(i)'],
        ['inet', "'10.0.0.0'::inet + i"],
        ['int4range', 'int4range(i, i + 3)'],
      ] as const
      for (const [type, value] of keys) {
        await db.text(`
          drop table if exists public."My Table";
          create table public."My Table" ("Key; 1" ${type} primary key, title text, n integer not null default 0);
          insert into public."My Table" ("Key; 1") select ${value} from generate_series(1, 60) as i;
          alter database "${db.name}" set datestyle = 'SQL, DMY';
        `)
        const ran = await run(
          db,
          '-- @backfill table=public."My Table" key="Key; 1" batch=7\nupdate public."My Table" as t set title = now()::date::text, n = n + 1 where t.title is null',
        )
        expect([type, ran.error, ran.steps.length]).toEqual([type, undefined, 9])
        const found = await db.query(
          sql`select count(*)::integer as all, sum(n)::integer as times, bool_and(title like '%/%') as styled from public."My Table"`,
        )
        expect([type, found]).toEqual([type, [{ all: 60, times: 60, styled: true }]])
      }
      await db.text(`
        create table public.pairs (b integer, a text, title text, visited integer, primary key (a, b));
        insert into public.pairs select i / 2, 'a' || i % 3, null, 0 from generate_series(1, 300) as i on conflict do nothing;
      `)
      const pairs =
        '-- @backfill table=public.pairs key=a,b batch=11\nupdate public.pairs set title = a where title is null'
      expect((await run(db, pairs)).error).toBeUndefined()
      expect(await db.query(sql`select from public.pairs where title is null`)).toEqual([])
      expect((await run(db, pairs.replace('key=a,b', 'key=b,a'))).error).toBe(
        'migrations/007_fill.sql:1:1: @backfill: public.pairs has no unique index on exactly (b, a), in this order. Write key=a,b.',
      )
      expect((await run(db, pairs.replace('key=a,b', 'key=visited'))).error).toBe(
        'migrations/007_fill.sql:1:1: @backfill: public.pairs.visited can be null: a row without a key is never met.',
      )
    })
  })

  it('are run for an empty table, and of one row each', async () => {
    await withNotes(async (db) => {
      const ran = await run(db, fill('batch=1'))
      expect([ran.error, ran.steps.length]).toEqual([undefined, 20])
      expect(await db.query(sums)).toEqual([{ all: 20, filled: 20, times: 20 }])
      await db.text('truncate public.notes')
      const empty = await run(db, fill())
      expect([empty.error, empty.steps]).toEqual([undefined, []])
      expect(empty.notes.map(took)).toEqual([
        'public.notes: 0 rows gone through, 0 changed in all, T; verified: the condition selects no row any more',
      ])
    }, 20)
  })

  it('refuse a condition that does not turn false, and a table that is none', async () => {
    await withNotes(async (db) => {
      const endless =
        "-- @backfill table=public.notes key=id batch=10\nupdate public.notes set n = n + 1 where body like 'note%'\n"
      expect((await run(db, endless)).error).toBe(
        'migrations/007_fill.sql:1:1: @backfill: the condition still selects rows that the statement has changed, so it does not tell when all is done. Add what excludes them (such as: and title is null), or write below the directive which query answers no row when all is done: `-- @verify QUERY`. The batch was rolled back.',
      )
      expect(await db.query(sums)).toEqual([{ all: 30, filled: 0, times: 0 }])
      const told = endless.replace(
        'update',
        '-- @verify select count(*) from public.notes where n <> 1\nupdate',
      )
      const ran = await run(db, told)
      expect([ran.error, ran.notes.map(took)]).toEqual([
        undefined,
        ['public.notes: 30 rows gone through, 30 changed in all, T; verified by its queries'],
      ])
      const bare = '-- @backfill table=public.notes key=id\nupdate public.notes set n = n + 1\n'
      expect((await run(db, bare)).notes.map(took)).toEqual([
        'public.notes: 30 rows gone through, 30 changed in all, T; not verified: write -- @verify QUERY for that',
      ])
      const wrong = told.replace('n <> 1', 'n <> 9')
      expect((await run(db, wrong)).error).toBe(
        'migrations/007_fill.sql:2:12: @verify: the query answers 30, so something is left to do. All batches are done and stay. Correct those rows: the next run asks once more.',
      )
    }, 30)
  })

  it('meet rows that others insert and delete meanwhile', async () => {
    await withNotes(async (db) => {
      let count = 0
      const ran = await run(db, fill('batch=100'), {
        onStep: async () => {
          count += 1
          if (count <= 3)
            await db.text(`
              insert into public.notes (id, body) select ${String(count)} * 3 - 1 - i * 3000000, 'late' from generate_series(0, 4) as i;
              delete from public.notes where id in (select id from public.notes order by id desc limit 20);
            `)
        },
      })
      expect(ran.error).toBeUndefined()
      expect(ran.notes.some((note) => note.includes('another pass'))).toBe(true)
      const [row] = await db.query(sums)
      expect(row?.['filled']).toBe(row?.['all'])
      expect(row?.['times']).toBe(row?.['all'])
    }, 1000)
  })

  it('go on behind the last batch, whatever ended the run', async () => {
    await withNotes(async (db) => {
      let left = 2
      const onStep = async (): Promise<void> => {
        left -= 1
        if (left === 0)
          await db.superuser.query(sql`
            select pg_catalog.pg_terminate_backend(pid)
            from pg_catalog.pg_stat_activity
            where datname = ${db.name} and application_name = 'database-as-code' and state = 'idle' and query ~ '^commit'
          `)
      }
      const first = await run(db, fill('batch=100 pause=200ms'), { onStep })
      expect(first.error).toMatch(/the server closed the connection|the connection was cut/)
      const [row] = await db.query(
        sql`select position, visited::integer as visited from schema_journal.backfills`,
      )
      expect(Number(row?.['visited'])).toBeGreaterThanOrEqual(200)
      const second = await run(db, fill('batch=100 pause=200ms'), { record: false })
      expect(second.error).toBeUndefined()
      expect(second.steps.length).toBe(10 - Number(row?.['visited']) / 100)
      expect(await db.query(sums)).toEqual([{ all: 1000, filled: 1000, times: 1000 }])
      // Killed before its record: the batches are not run again.
      await db.text('update public.notes set title = null where id = 3')
      const third = await run(db, fill('batch=100 pause=200ms'))
      expect(third.notes[0]).toMatch(
        /: the condition still selects 1 row, the first at id = 3: another pass$/,
      )
      expect(await db.query(sums)).toEqual([{ all: 1000, filled: 1000, times: 1001 }])
    }, 1000)
  })

  it('say what a trigger keeps, who holds a lock, and which rows a policy hides', async () => {
    await withNotes(async (db) => {
      await db.text(`
        create function public.keep() returns trigger language plpgsql as $$ begin return null; end $$;
        create trigger keep before update on public.notes for each row when (old.id > 60) execute function public.keep();
      `)
      expect((await run(db, fill('batch=10'))).error).toBe(
        'migrations/007_fill.sql:1:1: @backfill: the condition still selects 10 rows, the first at id = 63, and the last pass did not make them fewer. A trigger or a rule keeps them as they are, or others write such rows all the time. What was done stays.',
      )
      await db.text('drop trigger keep on public.notes')
      await db.owner.tx(async (other) => {
        await other.query(sql`select from public.notes where id = 90 for update`)
        const waited = await run(db, fill('batch=4'))
        expect(waited.error).toMatch(
          /^migrations\/007_fill\.sql:2:1: canceling statement due to lock timeout \(55P03\)/,
        )
        expect(waited.notes[0]).toMatch(/lock timeout/)
      })
      expect((await run(db, fill('batch=4'))).error).toBeUndefined()
      const role = `plain_${db.name}`
      try {
        await db.text(`
          alter table public.notes enable row level security; alter table public.notes force row level security;
          create role ${role}; grant ${role} to postgres;
          grant create on schema public to ${role}; alter table public.notes owner to ${role}; grant create on database "${db.name}" to ${role};
          drop schema schema_journal cascade;
        `)
        expect((await run(db, fill(), { before: [`set role ${role}`] })).error).toBe(
          `migrations/007_fill.sql:1:1: @backfill: policies hide rows of public.notes from ${role}: connect as the owner, or as a role with BYPASSRLS.`,
        )
      } finally {
        await db.superuser.query([
          sql.__dangerous__rawValue(
            `reassign owned by ${role} to postgres; drop owned by ${role}; drop role ${role}`,
          ),
        ])
      }
    }, 30)
  })

  it('delete, copy, and wait for replicas that there are', async () => {
    await withNotes(async (db) => {
      await db.text('create table public.tags (note bigint primary key, name text)')
      const copy =
        '-- @backfill table=public.notes key=id batch=7 max_lag=1s\ninsert into public.tags select n.id, n.body from public.notes as n where n.id > 9 and not exists (select from public.tags t where t.note = n.id) on conflict do nothing\n'
      const ran = await run(db, copy)
      expect([ran.error, ran.notes.map(took)]).toEqual([
        undefined,
        [
          'public.notes: 30 rows gone through, 27 changed in all, T; not verified: write -- @verify QUERY for that',
        ],
      ])
      const remove =
        '-- @backfill table=public.tags key=note batch=7\ndelete from public.tags using public.notes as n where n.id = tags.note and n.id > 30\n'
      expect((await run(db, remove)).error).toBeUndefined()
      expect(await db.query(sql`select count(*)::integer as left from public.tags`)).toEqual([
        { left: 7 },
      ])
      const all = '-- @backfill table=public.tags key=note batch=2\ndelete from public.tags\n'
      expect((await run(db, all)).notes.map(took)).toEqual([
        'public.tags: 7 rows gone through, 7 changed in all, T; verified: the condition selects no row any more',
      ])
    }, 30)
  })

  it('begin again for another text, and say the place of what is wrong in it', async () => {
    await withNotes(async (db) => {
      const half = fill('batch=10').replace(
        'upper(body)',
        "case when id > 60 then (1 / (id - id))::text else 'x' end",
      )
      const failed = await run(db, half)
      expect(failed.error).toMatch(
        /division by zero \(22012\)\n[^]*\nIt fails for the row id = 63\. 20 rows/,
      )
      const other = fill('batch=10').replace('where', 'where nothing = 1 and')
      expect((await run(db, other)).error).toMatch(
        /^migrations\/007_fill\.sql:2:62: column "nothing" does not exist \(42703\)\n/,
      )
      const ran = await run(db, fill('batch=10'))
      expect([ran.error, ran.steps.length]).toEqual([undefined, 3])
    }, 30)
  })
})
