import { expect, it } from 'vitest'
import { seedCommand } from '../../src/commands/db-seed.ts'
import { UserError } from '../../src/errors.ts'
import { plain } from '../../src/report/paint.ts'
import { renderSeed } from '../../src/report/db-seed.ts'
import { sql, withTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { withSmallWorld } from '../support/small-project.ts'
import type { SmallWorld } from '../support/small-project.ts'
import { contextFor } from '../support/target.ts'

/** Runs the verb; answers its tables as `name rows`. */
async function seed({ context }: Pick<SmallWorld, 'context'>): Promise<string[]> {
  const { tables } = await seedCommand(context, 'test')
  return tables.map(({ table, inserted }) => `${table} ${String(inserted)}`)
}

/** The sentence of the refusal; what was loaded before it is undone. */
async function refusal(world: SmallWorld): Promise<string> {
  const error = await seed(world).catch((caught: unknown) => caught)
  if (error instanceof UserError) return error.message
  throw new Error('was not refused', { cause: error })
}

/** A small world with tables and sample files, by their names. */
async function withTables(
  tables: string,
  samples: Readonly<Record<string, string>>,
  use: (world: SmallWorld) => Promise<void>,
): Promise<void> {
  await withSmallWorld(async (world) => {
    await world.db.text(tables)
    for (const [name, text] of Object.entries(samples))
      await world.project.write(`samples/${name}.sql`, text)
    await use(world)
  })
}

async function count(db: TestDatabase, table: string): Promise<unknown> {
  const [row] = await db.query(
    sql`select count(*)::integer as rows from ${sql.ident(...table.split('.'))}`,
  )
  return row?.['rows']
}

it("loads the project's samples once: the second run inserts nothing, and an edited row stays", async () => {
  await withTestDatabase({ kind: 'migrations', mode: 'today' }, async (db) => {
    const context = await contextFor(db.url)
    const first = await seedCommand(context, 'test')
    expect(first.tables.map(({ table }) => table)).toEqual(tablesInOrder)
    for (const { table, inserted } of first.tables)
      expect({ table, rows: inserted }).toEqual({ table, rows: await count(db, table) })
    // The profile that the trigger on sign-ups made has the sample's settings.
    const theme = sql`select preferences ->> 'theme' as theme from public.profiles where email = 'ada@example.com'`
    expect(await db.query(theme)).toEqual([{ theme: 'dark' }])

    await db.text(`
      update public.profiles set preferences = preferences || '{"theme": "light"}';
      update public.execution_logs set message = 'edited';
      delete from public.task_history where task_id = 'task-2';
    `)
    const second = await seedCommand(context, 'test')
    expect(second.tables.filter(({ inserted }) => inserted > 0)).toEqual([
      { table: 'public.task_history', inserted: 1 },
    ])
    expect(await db.query(theme)).toEqual([{ theme: 'light' }])
    expect(await db.query(sql`select distinct message from public.execution_logs`)).toEqual([
      { message: 'edited' },
    ])
    const third = await seedCommand(context, 'test')
    expect(renderSeed({ ...third, address: 'here' }, plain)).toBe(
      [
        'test (here)',
        ...tablesInOrder.map((table) => `  ${table.padEnd(26)}  0`),
        'Nothing to insert: the sample rows are there.',
      ].join('\n'),
    )
  })
})

/** Each after those that its foreign keys refer to. */
const tablesInOrder = [
  'auth.users',
  'public.execution_logs',
  'private.encryption_keys',
  'public.profiles',
  'public.oauth_tokens',
  'public.task_history',
  'public.documents_generated',
  'public.user_tokens',
  'public.workflows',
  'public.workflow_history',
]

const cycle = `
  create table public.a (id integer primary key, b_id integer, parent integer references public.a (id));
  create table public.b (id integer primary key, a_id integer not null references public.a (id));
  alter table public.a add foreign key (b_id) references public.b (id)`

it('rows of a cycle come in whatever order their keys allow, rows that refer to rows of their table too', async () => {
  const rows = {
    a: 'insert into public.a (id, b_id, parent) values (2, null, 1), (1, null, null); select 1;',
    b: 'insert into public.b (id, a_id) values (7, 1); update public.a set b_id = 7 where id = 1;',
  }
  await withTables(cycle, rows, async (world) => {
    expect(await seed(world)).toEqual(['public.a 2', 'public.b 1'])
    await world.db.text('update public.a set b_id = null where id = 1; delete from public.b')
    // The update is for rows that come in the same run.
    expect(await seed(world)).toEqual(['public.a 0', 'public.b 1'])
    expect(await world.db.query(sql`select b_id from public.a where id = 1`)).toEqual([
      { b_id: null },
    ])
  })
  await withTables(
    `${cycle} deferrable`,
    { ...rows, a: 'insert into public.a values (1, 7, 1)' },
    async (world) => {
      expect(await seed(world)).toEqual(['public.a 1', 'public.b 1'])
    },
  )
})

it('one statement may fill both tables of a cycle', async () => {
  const a = `
    with b as (insert into public.b (id, a_id) values (7, 1)) insert into public.a (id, b_id) values (1, 7)`
  await withTables(cycle, { a }, async (world) => {
    expect(await seed(world)).toEqual(['public.a 1', 'public.b 1'])
    expect(await seed(world)).toEqual(['public.a 0'])
  })
})

it('a bad row is told with its file and line, and nothing is loaded', async () => {
  const tables = 'create table public.a (id integer primary key, n integer not null check (n > 0))'
  await withTables(
    tables,
    { a: "insert into public.a values (1, 1);\n\n  insert into public.a\n  values (2, 'x');" },
    async (world) => {
      expect(await refusal(world)).toMatch(
        /^samples\/a\.sql:4:14: invalid input syntax for type integer: "x" \(22P02\)\n {4}values \(2, 'x'\);\n {15}\^$/,
      )
      await world.project.write(
        'samples/a.sql',
        'insert into public.a values (1, 1);\n  insert into public.a values (2, 0);',
      )
      expect(await refusal(world)).toMatch(
        /^samples\/a\.sql:2:3: new row for .* violates check constraint "a_n_check" \(23514\)\n/,
      )
      await world.project.write('samples/a.sql', 'insert into public.a\nvalue (1, 1);')
      expect(await refusal(world)).toMatch(
        /^samples\/a\.sql:2:1: syntax error at or near "value"\n/,
      )
      await world.project.write('samples/a.sql', 'select 1;\ndelete from public.a;')
      expect(await refusal(world)).toMatch(/^samples\/a\.sql:2:1: Sample rows are loaded by insert/)
      expect(await count(world.db, 'a')).toBe(0)
    },
  )
})

it('a row that refers to nothing, and a table that is not there, are told with what to do', async () => {
  await withTables(cycle, { b: 'insert into public.b values (1, 1)' }, async (world) => {
    expect(await refusal(world)).toMatch(
      /^samples\/b\.sql:1:1: .*"b_a_id_fkey" \(23503\)\n.*\n.*\nIt refers to a row that is not there\./,
    )
    await world.project.write('samples/b.sql', 'insert into public.later values (1)')
    expect(await refusal(world)).toMatch(
      /^samples\/b\.sql:1:13: relation "public.later" does not exist \(42P01\)\n.*\n.*\nDoes the database lack a migration\? npm run status$/,
    )
  })
})

it('rows whose key comes from a default are refused: the next run would insert them again', async () => {
  const tables =
    'create table public.a (id bigint generated always as identity primary key, body text)'
  await withTables(
    tables,
    { a: "insert into public.a (body) values ('x'), ('y')" },
    async (world) => {
      expect(await refusal(world)).toBe(
        'samples/a.sql: the next run would insert rows of public.a again (2), so nothing was done.\n' +
          'Write their key into the file, as (id, …) overriding system value values (1, …) for an identity column.',
      )
      expect(await count(world.db, 'a')).toBe(0)
    },
  )
})

it('after keys that a file writes itself, the sequence goes on behind them', async () => {
  const tables = `
    create table public.a (id bigint generated always as identity primary key, body text);
    create table public."B b" (id serial primary key)`
  const samples = {
    a: "insert into public.a (id, body) overriding system value values (1, 'x'), (5, 'y')",
    'B b': 'insert into public."B b" values (3)',
  }
  await withTables(tables, samples, async (world) => {
    expect(await seed(world)).toEqual(['public."B b" 1', 'public.a 2'])
    await world.db.text(
      `insert into public.a (body) values ('z'); insert into public."B b" default values`,
    )
    expect(
      await world.db.query(
        sql`select max(a.id)::integer as a, (select max(id) from public."B b") as b from public.a`,
      ),
    ).toEqual([{ a: 6, b: 4 }])
    expect(await seed(world)).toEqual(['public."B b" 0', 'public.a 0'])
    await world.db.text("insert into public.a (body) values ('z')")
    expect(await count(world.db, 'a')).toBe(4)
  })
})

it('rows of a partitioned table are counted as its rows, and need their key too', async () => {
  const tables = `
    create table public.a (id bigint generated always as identity, day date) partition by range (day);
    create table public.a_old partition of public.a for values from (minvalue) to ('2026-01-01');
    create table public.a_new partition of public.a for values from ('2026-01-01') to (maxvalue);
    alter table public.a add primary key (id, day)`
  const a = "insert into public.a (day) values ('2025-01-01'), ('2026-01-01')"
  await withTables(tables, { a }, async (world) => {
    expect(await refusal(world)).toContain('the next run would insert rows of public.a again (2)')
    const rows = "(id, day) overriding system value values (1, '2025-01-01'), (2, '2026-01-01')"
    await world.project.write('samples/a.sql', `insert into public.a ${rows}`)
    expect(await seed(world)).toEqual(['public.a 2'])
    expect(await seed(world)).toEqual(['public.a 0'])
  })
})

it('two runs at once insert the rows once', async () => {
  await withTables(cycle, { a: 'insert into public.a values (1)' }, async (world) => {
    const both = await Promise.all([seed(world), seed(world)])
    expect(both.flat().toSorted()).toEqual(['public.a 0', 'public.a 1'])
  })
})

it('production, staging and their databases are refused, whatever is set', async () => {
  await withSmallWorld(async ({ context, db }) => {
    const only = 'sample rows are for the environments local and test only, so nothing was done.'
    for (const name of ['production', 'staging']) {
      const variables = { ...context.variables, [`${name.toUpperCase()}_DATABASE_URL`]: db.url }
      const there = { ...context, variables }
      await expect(seedCommand(there, name)).rejects.toThrow(`${name}: ${only}`)
      await expect(seedCommand(there, 'test')).rejects.toThrow(
        `test: TEST_DATABASE_URL leads to the database of ${name} (${name.toUpperCase()}_DATABASE_URL), so nothing was done.`,
      )
    }
  })
})

it('what is named local or test, and is not, is refused', async () => {
  await withSmallWorld(async ({ context, db, project }) => {
    const variables = { ...context.variables, SOME_DATABASE_URL: db.url }
    const remote = { about: 'x', url: 'SOME_DATABASE_URL' }
    await project.write('environments/local.json', JSON.stringify(remote))
    await project.write('environments/test.json', JSON.stringify({ ...remote, confirm: true }))
    const there = { ...context, variables, project: await project.load() }
    for (const name of ['local', 'test'])
      await expect(seedCommand(there, name)).rejects.toThrow(`${name}: sample rows are for`)
  })
})
