import { describe, expect, test } from 'vitest'
import { loadSchemaFiles } from '../../src/files/schema/schema-files.ts'
import { sendText, sql, withDatabase } from '../../src/postgres/connect.ts'
import type { Queryable, Session } from '../../src/postgres/connect.ts'
import { releaseAdvisoryLock, tryAdvisoryLock } from '../../src/workbench/scratch/advisory-lock.ts'
import type { Content } from '../../src/workbench/load/content.ts'
import { noteUse, pruneTemplates } from '../../src/workbench/scratch/last-use.ts'
import { withScratch } from '../../src/workbench/scratch/scratch.ts'
import type { Workbench } from '../../src/workbench/server/server.ts'
import {
  dropWithSubscriptions,
  heldPrefix,
  sweepScratches,
} from '../../src/workbench/scratch/sweep.ts'
import { withTestWorkbench } from '../support/database.ts'
import type { Rows } from '../support/database.ts'
import { withProject } from '../support/project.ts'
import type { TemporaryProject } from '../support/project.ts'
import { refusalOf } from '../support/refusal.ts'

const all = { kind: 'migrations', mode: 'today' } as const

/** A temporary project, and the workbench of the run opened for it. */
async function withBench<T>(
  use: (workbench: Workbench, project: TemporaryProject) => Promise<T>,
): Promise<T> {
  return withProject(async (project) =>
    withTestWorkbench((workbench) => use(workbench, project), await project.load()),
  )
}

/** Asks a scratch database, as postgres. */
async function askScratch(
  workbench: Workbench,
  content: Content,
  ask: (db: Queryable) => Promise<Rows>,
): Promise<Rows> {
  return withScratch(workbench, content, ({ url }) => withDatabase(url, ask))
}

/** A migration that leaves behind when it was run, so that a second run shows. */
const stamp = 'create table public.stamp as select clock_timestamp()::text as at'

const readStamp = async (db: Queryable): Promise<Rows> => db.query(sql`select at from public.stamp`)

const askAnon = async (db: Queryable): Promise<Rows> =>
  db.query(sql`select has_table_privilege('anon', 'public.notes', 'select') as anon`)

const readTables = async (db: Queryable): Promise<Rows> =>
  db.query(sql`
    select c.relname::text as name
    from pg_catalog.pg_class as c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    order by name
  `)

const readSubscriptions = async (db: Queryable): Promise<Rows> =>
  db.query(sql`
    select
      s.subname::text as name,
      s.subowner::regrole::text as owner,
      concat_ws(' ', s.subbinary::text, to_jsonb(s) ->> 'substream', s.subslotname, to_jsonb(s) ->> 'suborigin', s.subpublications::text) as said,
      obj_description(s.oid, 'pg_subscription') as comment
    from (
      select oid, subname, subowner, subbinary, substream, subslotname, suborigin, subpublications
      from pg_catalog.pg_subscription
      where subdbid = (select oid from pg_catalog.pg_database where datname = current_database())
    ) as s
    order by name
  `)

async function listDatabases(session: Session, prefix: string): Promise<string[]> {
  const rows: { readonly name: string }[] = await session.query(sql`
    select d.datname::text as name
    from pg_catalog.pg_database as d
    where pg_catalog.starts_with(d.datname, ${prefix})
    order by name
  `)
  return rows.map(({ name }) => name)
}

/** Databases in the making that nobody makes any more. */
async function listUnheld(session: Session): Promise<string[]> {
  const unheld: string[] = []
  for (const name of await listDatabases(session, `${heldPrefix}building`)) {
    if (!(await tryAdvisoryLock(session, name))) continue
    unheld.push(name)
    await releaseAdvisoryLock(session, name)
  }
  return unheld
}

test('schema files that are edited after they were loaded make what they were', async () => {
  await withBench(async (workbench, project) => {
    const files = await loadSchemaFiles(workbench.project.folders.schema)
    await project.write('schema/tables/drafts.sql', 'create table public.drafts (id bigint);\n')
    const content = { kind: 'schema', mode: 'today' } as const
    expect([
      await askScratch(workbench, { ...content, files }, readTables),
      await askScratch(workbench, content, readTables),
    ]).toEqual([[{ name: 'notes' }], [{ name: 'drafts' }, { name: 'notes' }]])
  })
})

describe('what a scratch database holds', () => {
  test('nothing but what PostgreSQL brings, when it is empty', async () => {
    await withBench(async (workbench) => {
      const schemas = await askScratch(workbench, { kind: 'empty' }, (db) =>
        db.query(sql`
          select
            n.nspname::text as name,
            pg_catalog.pg_get_userbyid(d.datdba)::text as owner
          from pg_catalog.pg_namespace as n
          cross join pg_catalog.pg_database as d
          where d.datname = current_database() and n.nspname !~ '^pg_'
          order by name
        `),
      )
      expect(schemas).toEqual([
        { name: 'information_schema', owner: 'postgres' },
        { name: 'public', owner: 'postgres' },
      ])
    })
  })

  test('the migrations up to a version, up to none, or all of them', async () => {
    await withBench(async (workbench, project) => {
      await project.write('migrations/003_labels.sql', 'create table public.labels (id bigint);')
      expect(await askScratch(workbench, { ...all, upTo: 'none' }, readTables)).toEqual([])
      expect(await askScratch(workbench, { ...all, upTo: '002' }, readTables)).toEqual([
        { name: 'notes' },
      ])
      expect(await askScratch(workbench, all, readTables)).toEqual([
        { name: 'labels' },
        { name: 'notes' },
      ])
    })
  })

  test('the schema files', async () => {
    await withBench(async (workbench) => {
      const content = { kind: 'schema', mode: 'today' } as const
      expect(await askScratch(workbench, content, readTables)).toEqual([{ name: 'notes' }])
    })
  })

  test('the default privileges of its mode', async () => {
    await withBench(async (workbench) => {
      expect(await askScratch(workbench, all, askAnon)).toEqual([{ anon: false }])
      expect(await askScratch(workbench, { ...all, mode: 'legacy' }, askAnon)).toEqual([
        { anon: true },
      ])
    })
  })

  test('the rights on the database and its settings, which no template carries by itself', async () => {
    await withBench(async (workbench, project) => {
      await project.write(
        'migrations/003_database.sql',
        `do $$
        begin
          execute format('revoke temporary on database %I from public', current_database());
          execute format('grant connect on database %I to anon with grant option', current_database());
          execute format('alter database %I set search_path = "a b", public', current_database());
          execute format('alter role postgres in database %I set statement_timeout = %L', current_database(), '7s');
        end
        $$;`,
      )
      const rows = await askScratch(workbench, all, (db) =>
        db.query(sql`
          select
            array(select acl::text from unnest(d.datacl) as acl order by 1) as rights,
            array(
              select coalesce(pg_get_userbyid(nullif(s.setrole, 0)) || ': ', '') || setting
              from pg_catalog.pg_db_role_setting as s
              cross join unnest(s.setconfig) as setting
              where s.setdatabase = d.oid
              order by 1
            ) as settings
          from pg_catalog.pg_database as d
          where d.datname = current_database()
        `),
      )
      expect(rows).toEqual([
        {
          rights: ['=c/postgres', 'anon=c*/postgres', 'postgres=CTc/postgres'],
          settings: ['postgres: statement_timeout=7s', 'search_path="a b", public'],
        },
      ])
    })
  })
})

describe('subscriptions of a template', () => {
  const connection = "'host=nowhere password=secret'"

  test('are in each copy, with their options and comments, and in the templates above', async ({
    skip,
  }) => {
    await withBench(async (workbench, project) => {
      skip(workbench.serverVersion < 160_000, 'up to version 15 only a superuser creates one')
      await project.write(
        'migrations/003_news.sql',
        `create subscription "% news" connection ${connection} publication b, "A"
          with (connect = false, binary = true, streaming = parallel, slot_name = 'other', origin = none);
        comment on subscription "% news" is 'News %s';
        create subscription plain connection ${connection} publication b with (connect = false, slot_name = none, streaming = off);`,
      )
      const expected = [
        {
          name: '% news',
          owner: 'postgres',
          said: 'true p other none {b,A}',
          comment: 'News %s',
        },
        { name: 'plain', owner: 'postgres', said: 'false f any {b}', comment: null },
      ]
      expect(await askScratch(workbench, all, readSubscriptions)).toMatchObject(expected)
      await project.write('migrations/004_more.sql', 'create table public.more (id bigint);')
      expect(await askScratch(workbench, all, readSubscriptions)).toMatchObject(expected)
      expect(await listUnheld(workbench.session)).toEqual([])
    })
  })

  /** Creates a database with a subscription, as a template is; one that a killed run has left goes first. */
  async function createSubscribed(workbench: Workbench, name: string): Promise<void> {
    await dropWithSubscriptions(workbench, name)
    await sendText(workbench.session, `create database ${name}`)
    await withDatabase(workbench.adminUrl(name), (db) =>
      sendText(
        db,
        `create subscription s connection ${connection} publication p with (connect = false)`,
      ),
    )
    await sendText(workbench.session, `alter database ${name} allow_connections false`)
  }

  test('do not keep one that is not used any more', async () => {
    await withTestWorkbench(async (workbench) => {
      const { session } = workbench
      const name = 'workbench_template_subscribed_one'
      await createSubscribed(workbench, name)
      await pruneTemplates(workbench, 'subscribed', 0)
      expect(await listDatabases(session, name)).toEqual([])
      expect(await listUnheld(session)).toEqual([])
    })
  })

  test('do not stop those who drop the same templates, or sweep what is left, at the same time', async () => {
    await withTestWorkbench(async (workbench) => {
      const names = Array.from(
        { length: 4 },
        (_, index) => `workbench_template_contended_${String(index)}`,
      )
      for (const name of names) await createSubscribed(workbench, name)
      const turn = { isOver: false }
      const pruners = [1, 2].map(async () =>
        withTestWorkbench((other) => pruneTemplates(other, 'contended', 0)),
      )
      const sweepers = [1, 2].map(async () =>
        withTestWorkbench(async (other) => {
          while (!turn.isOver) await sweepScratches(other)
        }),
      )
      const pruned = await Promise.allSettled(pruners)
      turn.isOver = true
      const swept = await Promise.allSettled(sweepers)
      const done = { status: 'fulfilled', value: undefined }
      expect([...pruned, ...swept]).toEqual([done, done, done, done])
      await pruneTemplates(workbench, 'contended', 0)
      expect(await listDatabases(workbench.session, 'workbench_template_contended')).toEqual([])
      expect(await listUnheld(workbench.session)).toEqual([])
    })
  })

  test('go with a database that a killed process left as a template nearly done', async () => {
    await withTestWorkbench(async (workbench) => {
      const name = `${heldPrefix}building_left`
      await createSubscribed(workbench, name)
      await sweepScratches(workbench)
      expect(await listDatabases(workbench.session, name)).toEqual([])
    })
  })

  test('leave alone one that somebody clones', async () => {
    await withTestWorkbench(async (workbench) => {
      const name = 'workbench_template_cloned_one'
      await createSubscribed(workbench, name)
      await sendText(workbench.session, `alter database ${name} allow_connections true`)
      // Whoever is connected is in the way of a rename, as who clones it.
      await withDatabase(workbench.adminUrl(name), async (db) => {
        await db.query(sql`select`)
        await pruneTemplates(workbench, 'cloned', 0)
      })
      expect(await listDatabases(workbench.session, name)).toEqual([name])
      await pruneTemplates(workbench, 'cloned', 0)
      expect(await listDatabases(workbench.session, name)).toEqual([])
    })
  })
})

describe('templates', () => {
  test('are used again, and a longer chain of migrations goes on where a shorter one ended', async () => {
    await withBench(async (workbench, project) => {
      await project.write('migrations/001_notes.sql', `${stamp};`)
      await project.write('migrations/002_bodies.sql', '-- nothing')
      const first = await askScratch(workbench, all, readStamp)
      expect(await askScratch(workbench, all, readStamp)).toEqual(first)
      await project.write('migrations/003_more.sql', 'create table public.more (id bigint);')
      expect(await askScratch(workbench, all, readStamp)).toEqual(first)
      await project.write('migrations/002_bodies.sql', '-- nothing, in other words')
      expect(await askScratch(workbench, all, readStamp)).not.toEqual(first)
    })
  })

  test('are built once when several want the same one at the same time', async () => {
    await withBench(async (workbench, project) => {
      await project.write('migrations/001_notes.sql', `${stamp}; select pg_sleep(0.3);`)
      await project.write('migrations/002_bodies.sql', `-- ${project.root}`)
      const asked = [1, 2, 3].map(async () =>
        withTestWorkbench((other) => askScratch(other, all, readStamp), workbench.project),
      )
      const [first, ...others] = await Promise.all(asked)
      expect(others).toEqual([first, first])
    })
  })

  test('are not left half-built by a migration that fails, whose place is named', async () => {
    await withBench(async (workbench, project) => {
      const path = await project.write(
        'migrations/003_wrong.sql',
        'select 1;\nalter table public.nots add a bigint;\n',
      )
      expect(await refusalOf(withScratch(workbench, all, async () => undefined))).toBe(
        `${path}:2:1: relation "public.nots" does not exist (42P01)\n` +
          '  alter table public.nots add a bigint;\n' +
          '  ^',
      )
      expect(await listUnheld(workbench.session)).toEqual([])
    })
  })

  test('that were not used for longest go first', async () => {
    await withTestWorkbench(async (workbench) => {
      const { session } = workbench
      const prefix = 'workbench_template_test_'
      for (const name of ['old', 'new', 'used'])
        await sendText(session, `create database ${prefix}${name}`)
      await sendText(session, `comment on database ${prefix}old is '1000'`)
      await sendText(session, `comment on database ${prefix}new is '2000'`)
      await noteUse(session, `${prefix}used`)
      await pruneTemplates(workbench, 'test', 2)
      expect(await listDatabases(session, prefix)).toEqual([`${prefix}new`, `${prefix}used`])
      await pruneTemplates(workbench, 'test', 0)
      expect(await listDatabases(session, prefix)).toEqual([])
    })
  })
})
