import { describe, expect, test } from 'vitest'
import { messageOf } from '../../src/errors.ts'
import { sql, withDatabase } from '../../src/postgres/connect.ts'
import { parseSampleRows } from '../../src/workbench/scratch/sample-layers.ts'
import type { SampleRows } from '../../src/workbench/load/sample-rows.ts'
import { withScratch } from '../../src/workbench/scratch/scratch.ts'
import type { Workbench } from '../../src/workbench/server/server.ts'
import { withTestWorkbench } from '../support/database.ts'
import { withProject } from '../support/project.ts'
import type { TemporaryProject } from '../support/project.ts'

/** Files of a project by their paths, in place of the small project's migrations and samples. */
type Files = Readonly<Record<string, string>>

/** A temporary project with these migrations and samples alone, and the workbench of the run opened for it. */
async function withFiles<T>(
  files: Files,
  use: (workbench: Workbench, project: TemporaryProject) => Promise<T>,
): Promise<T> {
  return withProject(async (project) => {
    await project.remove('migrations')
    await project.write('migrations/README.md', '')
    for (const [path, text] of Object.entries(files)) await project.write(path, text)
    return withTestWorkbench(async (workbench) => use(workbench, project), await project.load())
  })
}

/** What the sample rows of a project come to, and what a query finds in the database that has them. */
async function look(
  workbench: Workbench,
  query = sql`select 1 as one`,
  upTo?: string,
): Promise<{ readonly rows: SampleRows; readonly found: unknown }> {
  const content = { kind: 'samples', mode: 'today', ...(upTo !== undefined && { upTo }) } as const
  return withScratch(workbench, content, async ({ adminUrl }, note) => ({
    rows: parseSampleRows(note),
    found: await withDatabase(adminUrl, (db): Promise<unknown> => db.query(query)),
  }))
}

const oid = expect.stringMatching(/^\d+$/)

const tasks = {
  'migrations/001_tasks.sql':
    'create table public.tasks (id integer primary key, title text, done boolean);',
  'samples/tasks.sql': "insert into public.tasks values (1, null, true), (2, 'two', false);",
}

const create = (name: string): string => `create table public.${name} (id integer);`

describe.concurrent('sample rows', () => {
  test('are loaded at the first version that takes them, and later migrations run over them', async () => {
    const files = {
      ...tasks,
      'migrations/002_titles.sql': "update public.tasks set title = 'none' where title is null;",
      'migrations/003_shape.sql':
        'alter table public.tasks alter column title set not null, drop column done;',
    }
    await withFiles(files, async (workbench) => {
      expect(await look(workbench, sql`select * from public.tasks order by id`)).toEqual({
        rows: { loaded: [{ file: 'tasks.sql', oid }], late: [], unloaded: [] },
        found: [
          { id: 1, title: 'none' },
          { id: 2, title: 'two' },
        ],
      })
    })
  })

  test('that fit the newest version alone are loaded there; others say why they are not there', async () => {
    const files = {
      ...tasks,
      'migrations/002_marks.sql': 'alter table public.tasks add column mark text;',
      'samples/tasks.sql': "insert into public.tasks (id, mark) values (1, 'new');",
      'samples/private.Odd name%2F.sql': 'insert into private."Odd name/" values (1);',
      'samples/users.sql': 'insert into public.tasks (id, nothing) values (2, 2);',
    }
    await withFiles(files, async (workbench) => {
      expect(await look(workbench, sql`select id, title, mark from public.tasks`)).toEqual({
        rows: {
          loaded: [{ file: 'tasks.sql', oid }],
          late: [],
          unloaded: [
            {
              table: 'private."Odd name/"',
              why: 'relation "private.Odd name/" does not exist',
            },
            {
              table: 'public.users',
              why: 'column "nothing" of relation "tasks" does not exist',
            },
          ],
        },
        found: [{ id: 1, title: null, mark: 'new' }],
      })
      expect((await look(workbench, undefined, '001')).rows.loaded).toEqual([])
    })
  })

  test('of files that refer to rows of each other are all there', async () => {
    const files = {
      'migrations/001_circle.sql': `
        create table public.a (id integer primary key, b integer);
        create table public.b (id integer primary key, a integer references public.a);
        alter table public.a add foreign key (b) references public.b deferrable initially deferred;
        create table public.c (id integer primary key, b integer references public.b);`,
      'samples/a.sql': 'insert into public.a values (1, null);',
      'samples/b.sql': 'insert into public.b values (1, 1); update public.a set b = 1;',
      'samples/0.sql': 'insert into public.c values (1, 1);',
    }
    await withFiles(files, async (workbench) => {
      expect((await look(workbench)).rows).toEqual({
        loaded: [
          { file: 'a.sql', oid },
          { file: 'b.sql', oid },
          { file: '0.sql', oid: null },
        ],
        late: [],
        unloaded: [],
      })
    })
  })

  test('over which a migration fails wait for that migration, be it the newest or an old one', async () => {
    const files = {
      ...tasks,
      'migrations/002_others.sql': 'create table public.others (id integer primary key);',
      'samples/others.sql': 'insert into public.others values (7);',
      // The error names no table, and the table goes by another name than its file.
      'migrations/003_jobs.sql': 'alter table public.tasks rename to jobs;',
    }
    await withFiles(files, async (workbench, project) => {
      expect((await look(workbench)).rows.late).toEqual([])
      await project.write(
        'migrations/004_done.sql',
        "alter table public.jobs alter column done type integer using (done::text || '!')::integer;\n",
      )
      await project.write('samples/jobs.sql', 'insert into public.jobs values (3, null, 5);')
      const late = [
        {
          file: 'tasks.sql',
          after: '004_done.sql',
          why: 'invalid input syntax for type integer: "true!" (22P02)',
        },
      ]
      const query = sql`select id, done from public.jobs`
      const first = await look(workbench, query)
      expect(first).toEqual({
        rows: {
          loaded: [
            { file: 'others.sql', oid },
            { file: 'jobs.sql', oid },
          ],
          late,
          unloaded: [{ table: 'public.tasks', why: 'relation "public.tasks" does not exist' }],
        },
        found: [{ id: 3, done: 5 }],
      })
      await project.write('migrations/005_more.sql', 'alter table public.jobs add more text;')
      expect((await look(workbench)).rows).toEqual(first.rows)
    })
  })

  test('that a trigger made of other rows wait with those', async () => {
    const files = {
      'migrations/001_two.sql': `
        create table public.users (id integer primary key);
        create table public.profiles (id integer primary key references public.users, name text);
        create function public.follow() returns trigger language plpgsql as $$
          begin insert into public.profiles values (new.id, null); return null; end $$;
        create trigger follow after insert on public.users for each row execute function public.follow();`,
      'samples/users.sql': 'insert into public.users values (1);',
      'samples/profiles.sql':
        "insert into public.profiles values (1, 'one') on conflict (id) do update set name = excluded.name;",
      'migrations/002_nobody.sql': `
        alter table public.profiles add constraint nobody check (false);
        create or replace function public.follow() returns trigger language plpgsql as $$
          begin return null; end $$;`,
      'migrations/003_free.sql': 'alter table public.profiles drop constraint nobody;',
    }
    await withFiles(files, async (workbench) => {
      const query = sql`select name from public.profiles`
      const { rows, found } = await look(workbench, query)
      expect({ late: rows.late.map(({ file, after }) => [file, after]), found }).toEqual({
        late: [
          ['profiles.sql', '002_nobody.sql'],
          ['users.sql', '002_nobody.sql'],
        ],
        found: [{ name: 'one' }],
      })
    })
  })

  test('that went with their table are loaded into the next one, unless that took them over', async () => {
    const files = {
      'migrations/001_two.sql': create('dropped') + create('moved'),
      'samples/dropped.sql': 'insert into public.dropped values (1);',
      'samples/moved.sql': 'insert into public.moved values (2);',
      'migrations/002_again.sql': `
        drop table public.dropped; ${create('dropped')}
        ${create('next')} insert into public.next select id * 10 from public.moved;
        drop table public.moved; alter table public.next rename to moved;`,
      'migrations/003_more.sql': create('more'),
    }
    await withFiles(files, async (workbench) => {
      const query = sql`select id from public.dropped union all select id from public.moved`
      const { rows, found } = await look(workbench, query)
      expect({ files: rows.loaded.map(({ file }) => file), found }).toEqual({
        files: ['moved.sql', 'dropped.sql'],
        found: [{ id: 1 }, { id: 20 }],
      })
    })
  })

  test('all wait for a migration that fails over no single table', async () => {
    const files = {
      'migrations/001_two.sql':
        'create table public.a (id integer); create table public.b (id integer);',
      'samples/a.sql': 'insert into public.a values (1);',
      'samples/b.sql': 'insert into public.b values (1);',
      'migrations/002_empty.sql': `do $$ begin
          if exists (select from public.a union all select from public.b) then raise 'rows!'; end if;
        end $$;`,
    }
    await withFiles(files, async (workbench) => {
      const { rows } = await look(workbench)
      const how = { after: '002_empty.sql', why: 'rows! (P0001)' }
      expect(rows.late).toEqual([
        { file: 'a.sql', ...how },
        { file: 'b.sql', ...how },
      ])
      expect(rows.loaded).toHaveLength(2)
    })
  })

  test('are no excuse for a migration that fails by itself: its place is named', async () => {
    await withFiles(tasks, async (workbench, project) => {
      const path = await project.write('migrations/002_wrong.sql', 'select 1;\nselect 1/0;\n')
      expect(await look(workbench).catch(messageOf)).toBe(
        `${path}:2:1: division by zero (22012)\n  select 1/0;\n  ^`,
      )
    })
  })

  test('are loaded once for a chain and its samples, and anew when either is another', async () => {
    const files = {
      'migrations/001_stamp.sql': 'create table public.stamp (at text);',
      'samples/stamp.sql': 'insert into public.stamp values (clock_timestamp()::text);',
    }
    await withFiles(files, async (workbench, project) => {
      const read = async (): Promise<unknown> =>
        (await look(workbench, sql`select at from public.stamp`)).found
      const first = await read()
      expect(await read()).toEqual(first)
      await project.write('migrations/002_more.sql', 'create table public.more (id integer);')
      // It goes on where the shorter chain ended.
      expect(await read()).toEqual(first)
      await project.write('samples/more.sql', 'insert into public.more values (1);')
      expect(await read()).not.toEqual(first)
    })
  })

  test('are none without files: the database is what the migrations make', async () => {
    await withFiles(
      { 'migrations/001_a.sql': tasks['migrations/001_tasks.sql'] },
      async (bench) => {
        expect(await look(bench, sql`select count(*)::int as rows from public.tasks`)).toEqual({
          rows: { loaded: [], late: [], unloaded: [] },
          found: [{ rows: 0 }],
        })
      },
    )
  })
})
