import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { planBetweenCommand } from '../../src/planning/two-states/plan-states.ts'
import type { BetweenResult } from '../../src/planning/two-states/between-result.ts'
import type { Extent } from '../../src/planning/two-states/extent.ts'
import { ownSchemas } from '../../src/files/own-schemas.ts'
import { loadProject } from '../../src/files/project.ts'
import { sendText } from '../../src/postgres/connect.ts'
import { withTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { silent } from '../support/talk.ts'
import { home } from '../support/tracked-files.ts'
import { longer } from '../support/sample.ts'

/** Plans between two databases of somebody. */
async function between(
  from: TestDatabase,
  to: TestDatabase,
  proof: Extent = 'whole',
): Promise<BetweenResult> {
  const project = await loadProject(home)
  const variables = { WORKBENCH_URL: inject('workbench').url }
  return planBetweenCommand(
    { project, variables, talk: silent },
    { from: from.adminUrl, to: to.adminUrl, platform: 'none', proof },
  )
}

async function withTexts<T>(
  texts: readonly [string, string],
  use: (from: TestDatabase, to: TestDatabase) => Promise<T>,
): Promise<T> {
  return withTestDatabase({ kind: 'empty' }, async (from) =>
    withTestDatabase({ kind: 'empty' }, async (to) => {
      await Promise.all([sendText(from.superuser, texts[0]), sendText(to.superuser, texts[1])])
      return use(from, to)
    }),
  )
}

async function found(name: string): Promise<[string, string]> {
  const folder = join(home, 'test/cases/found', name)
  const [before = '', after = ''] = await Promise.all(
    ['before.sql', 'after.sql'].map(async (file) => readFile(join(folder, file), 'utf8')),
  )
  return [before, after]
}

const doc = 'create table public.doc (id integer primary key, body text);\n'
const noted = 'create table public.doc (id integer primary key, body text, note text);\n'

test('settings of the database are told of, without what an application keeps secret', async () => {
  await withTexts([doc, doc], async (from, to) => {
    const set = `alter database ${from.name} set`
    await sendText(from.superuser, `${set} work_mem = '7MB'`)
    await sendText(to.superuser, `alter database ${to.name} set timezone = 'Asia/Tokyo'`)
    await sendText(to.superuser, `alter database ${to.name} set "app.jwt_secret" = 'opensesame'`)
    const { equal, notes } = await between(from, to, 'none')
    const told = notes.filter((note) => note.startsWith('settings of the database itself'))
    expect({ equal, told: told.join('\n') }).toEqual({
      equal: true,
      told: expect.not.stringContaining('opensesame') as unknown,
    })
    expect(told).toMatchInlineSnapshot(`
      [
        "settings of the database itself are not planned: database: pg_db_role_setting (,work_mem=7MB)",
        "settings of the database itself are not planned: database: pg_db_role_setting (,"hidden")",
      ]
    `)
  })
})

test('two databases need no workbench where nothing is proved', async () => {
  await withTexts([doc, noted], async (from, to) => {
    const project = await loadProject(home)
    const variables = { WORKBENCH_URL: 'postgresql://nobody@127.0.0.1:1/none' }
    const context = { project, variables, talk: silent }
    const asked = { from: from.adminUrl, to: to.adminUrl, platform: 'none' } as const
    const { segments, proved } = await planBetweenCommand(context, { ...asked, proof: 'none' })
    expect({
      sql: segments.flatMap((each) => each.statements.map(({ sql }) => sql)),
      proved,
    }).toEqual({ sql: ['alter table public.doc\n  add column note text'], proved: null })
    await expect(planBetweenCommand(context, { ...asked, proof: 'whole' })).rejects.toThrow(
      'no server answers at this address',
    )
  })
})

/** No statement of a plan makes these, or not all of them. */
const unmade = `
  select pg_catalog.lo_create(4711);
  comment on large object 4711 is 'picture';
  create type public.announced;
  create extension postgres_fdw;
  create server far foreign data wrapper postgres_fdw options (host 'secret.example');
  create foreign table public.ft (id integer) server far;
  create view public.fv as select id from public.ft;
`

/** A view that a copy cannot have: no plan makes the type of its column. */
const oddView = `
  create type public.atom;
  create function public.atom_in(cstring) returns public.atom language internal immutable strict as 'int4in';
  create function public.atom_out(public.atom) returns cstring language internal immutable strict as 'int4out';
  create type public.atom (input = public.atom_in, output = public.atom_out, like = integer);
  create view public.odd as select '1'::public.atom as id;
`

/** All kinds that statements make in a copy. */
const made = `
  create function public.same(a point, b point) returns boolean language sql immutable as 'select a <-> b = 0';
  create function public.less(a point, b point) returns boolean language sql immutable as 'select a[0] < b[0]';
  create operator public.=== (leftarg = point, rightarg = point, function = public.same, commutator = operator(public.===));
  create operator public.<<< (leftarg = point, rightarg = point, function = public.less, negator = operator(public.>>>));
  create operator public.>>> (leftarg = point, rightarg = point, function = public.same);
  comment on operator public.=== (point, point) is 'the same place';
  create type public.mood as enum ('a', 'b');
  create function public.number(m public.mood) returns integer language sql immutable as 'select 1';
  create cast (public.mood as integer) with function public.number(public.mood) as assignment;
  create collation public.german (provider = icu, locale = 'de-DE-x-icu');
  create collation public.folded (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
  create collation public.plain (provider = libc, locale = 'C');
  create conversion public.conv for 'UTF8' to 'LATIN1' from utf8_to_iso8859_1;
  create text search template public.tmpl (lexize = dsimple_lexize, init = dsimple_init);
  create text search parser public.pars (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
  create text search dictionary public.dict (template = pg_catalog.simple, stopwords = english);
  create text search configuration public.conf (copy = pg_catalog.english);
  alter text search configuration public.conf alter mapping for asciiword with public.dict, english_stem;
  create statistics public.stats (dependencies) on id, body from public.doc;
  alter statistics public.stats set statistics 50;
  create index doc_words on public.doc using gin (to_tsvector('public.conf', body));
  create function public.hear() returns event_trigger language plpgsql as 'begin raise notice ''heard''; end';
  create event trigger hears on ddl_command_end when tag in ('CREATE TABLE', 'DROP TABLE') execute function public.hear();
  create event trigger deaf on ddl_command_start execute function public.hear();
  alter event trigger deaf disable;
`

describe.concurrent('the way between two databases by URL', () => {
  test.skipIf(longer.skip)(
    'is proved though kinds without a rule are there, which its statements use',
    async () => {
      await withTexts(await found('untracked-kinds-stay'), async (from, to) => {
        const [up, down] = await Promise.all([between(from, to), between(to, from)])
        const proved = { equal: false, proved: true, why: null, unmanaged: [] }
        expect({ up, down }).toMatchObject({ up: proved, down: proved })
      })
    },
  )

  test.skipIf(longer.skip)(
    'is proved on a copy that has all that statements can make',
    async () => {
      const view =
        'create view public.v as select id from public.doc where point(id, 1) operator(public.===) point(1, 1);'
      await withTexts([doc + made, noted + made + view], async (from, to) => {
        expect(await between(from, to)).toMatchObject({ proved: true, why: null, unmanaged: [] })
      })
    },
  )

  test('is proved on a copy of what it can have an effect on, and says so', async () => {
    const others =
      'create table public.other (id integer); create view public.of_doc as table public.doc;'
    await withTexts([doc + others, noted + others], async (from, to) => {
      expect(await between(from, to, 'touched')).toMatchObject({
        proved: true,
        why: null,
        copied: { objects: 6, of: 8 },
        unmanaged: [],
        proof: [{ way: 'up' }, { way: 'down' }],
      })
    })
  })

  test('is tried on a whole copy where a part cannot be made', async () => {
    const other =
      "create or replace view public.odd as select '1'::public.atom as id, '2'::public.atom as more;"
    await withTexts([doc + oddView, doc + oddView + other], async (from, to) => {
      expect(await between(from, to, 'touched')).toMatchObject({
        proved: false,
        why: 'no copy can be made of what the plan changes: view public.odd',
      })
    })
  })

  test('leaves out the schemas of tools that migrate', async () => {
    const tools = ownSchemas.map(
      (name) =>
        `create schema ${name}; create table ${name}.t (id bigint generated always as identity);`,
    )
    await withTexts([doc, doc + tools.join('\n')], async (from, to) => {
      expect(await between(from, to)).toMatchObject({ equal: true })
    })
  })

  test.skipIf(longer.skip)(
    'is proved without what a copy cannot have, where both are alike in that, and says so',
    async () => {
      await withTexts([doc + unmade, noted + unmade], async (from, to) => {
        const result = await between(from, to)
        expect(result).toMatchObject({
          proved: true,
          why: 'the copy lacks objects that no plan can create; both states have them, and the plan does not touch them: type public.announced',
          unmanaged: [],
        })
        expect(JSON.stringify(result)).not.toContain('secret.example')
      })
    },
  )

  test('is proved on a part where what changes has a secret', async () => {
    const far =
      'create extension postgres_fdw; create server far foreign data wrapper postgres_fdw;'
    const mapping = (user: string): string =>
      `${doc}${far}create user mapping for postgres server far options (user '${user}', password 'opensesame');`
    await withTexts([mapping('a'), mapping('b')], async (from, to) => {
      const result = await between(from, to, 'touched')
      expect(result).toMatchObject({
        proved: true,
        copied: { objects: expect.any(Number), of: expect.any(Number) },
        unmanaged: [],
      })
      expect(JSON.stringify(result)).not.toContain('opensesame')
    })
  })

  test('makes a subscription disabled, without its connection', async () => {
    const sub =
      "create subscription sub connection 'host=a password=opensesame' publication one with (connect = false);"
    await withTexts([doc, doc + sub], async (from, to) => {
      const [up, down] = await Promise.all([between(from, to), between(to, from)])
      expect([up, down]).toMatchObject([
        { proved: true, why: null, unmanaged: [] },
        { proved: true, why: null, unmanaged: [] },
      ])
      expect(JSON.stringify([up, down])).not.toContain('opensesame')
    })
  })

  test('is refused by name where both differ in what a copy cannot have', async () => {
    const other = 'select pg_catalog.lo_create(4712);'
    await withTexts([doc + unmade, noted + unmade + other], async (from, to) => {
      const unmanaged = [
        {
          object: 'largeObject 4712',
          why: 'its bytes are data, which no plan has: write it by the application, or by lo_import',
        },
      ]
      expect(await between(from, to)).toMatchObject({ proved: false, unmanaged })
      expect(await between(from, to, 'none')).toMatchObject({
        proved: null,
        why: expect.stringContaining('the observer compared nothing'),
        unmanaged,
      })
    })
  })

  test.skipIf(longer.skip)(
    'is not proved where its statements need what a copy cannot have',
    async () => {
      const other =
        "create or replace view public.odd as select '1'::public.atom as id, '2'::public.atom as more;"
      await withTexts([doc + oddView, doc + oddView + other], async (from, to) => {
        expect(await between(from, to)).toMatchObject({
          proved: false,
          why: 'no copy can be made of what the plan changes: view public.odd',
          unmanaged: [],
        })
      })
    },
  )

  test.skipIf(longer.skip)('plans comments on what partitions inherit', async () => {
    await withTexts(await found('comments-on-inherited-constraints'), async (from, to) => {
      expect(await between(from, to)).toMatchObject({ equal: false, proved: true, unmanaged: [] })
    })
  })
})
