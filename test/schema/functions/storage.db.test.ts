import { beforeAll, expect, test } from 'vitest'
import { sql, useDatabase } from '../../support/database.ts'
import { asAnon } from '../../support/roles.ts'
import { ada, bob, callOf, withScene } from '../scene.ts'
import type { Row, Scene } from '../scene.ts'
import { twoUsers } from '../two-users.ts'

const db = useDatabase({ kind: 'migrations', mode: 'today' })

beforeAll(async () => {
  await db.text(twoUsers)
})

/** What Ada keeps of one row a table, in bytes. A text of up to 126 bytes has one more, a uuid 16, a timestamp 8. */
const rows = {
  documents_generated: 46,
  execution_logs: 67,
  oauth_tokens: 179,
  // without the tokens and their key versions
  profiles: 157,
  task_history: 83,
  user_tokens: 180,
  workflow_history: 71,
  workflows: 73,
}

const { oauth_tokens: _, user_tokens: __, ...readable } = rows

test('the user learns rows and bytes of each table but those of tokens', async () => {
  await withScene(db, async (scene) => {
    await scene.asUser(ada)
    expect(await storageOf(scene)).toEqual(asRows(readable))
  })
})

test('the server learns them of every table and column', async () => {
  await withScene(db, async (scene) => {
    await scene.asServer()
    // two tokens and two versions more
    expect(await storageOf(scene)).toEqual(asRows({ ...rows, profiles: 261 }))
  })
})

test('a stranger learns nothing of others, and a user who does not exist keeps nothing', async () => {
  const nothing = Object.keys(rows).map((name) => ({ table_name: name, row_count: 0, bytes: 0 }))
  await withScene(db, async (scene) => {
    await scene.asUser(bob)
    expect(await storageOf(scene)).toEqual(
      nothing.filter(({ table_name }) => table_name in readable),
    )
    await scene.asServer()
    expect(await storageOf(scene, '00000000-0000-4000-8000-00000000dead')).toEqual(nothing)
  })
})

test('who has not signed in is refused', async () => {
  const call = sql`select * from ${callOf('storage_of_user', { p_user_id: ada })}`
  expect(await asAnon(db, async ({ attempt }) => attempt(call))).toMatchObject({ code: '42501' })
})

test('values count as they are stored: compressed, and out of the row too', async () => {
  await withScene(db, async (scene) => {
    await scene.query(sql`
      insert into public.execution_logs (user_id, task_id, agent_type, message, metadata)
      select
        ${ada}, 't', 'worker', repeat('m', 60000),
        jsonb_build_object('noise', string_agg(md5(n::text), ''))
      from generate_series(1, 1000) as n
    `)
    await scene.asUser(ada)
    const [log] = (await storageOf(scene)).filter(
      ({ table_name }) => table_name === 'execution_logs',
    )
    expect(log).toMatchObject({ row_count: 2 })
    // 60,000 equal letters take less than a thousand bytes; of the 32,000 random ones at least half are left
    expect(Number(log?.['bytes'])).toBeGreaterThan(16_000)
    expect(Number(log?.['bytes'])).toBeLessThan(34_000)
  })
})

test('a table that is new counts by itself, one that the user may not read does not', async () => {
  await withScene(db, async (scene) => {
    await scene.text(`
      create table public."odd ""name""" (user_id uuid primary key, "a'b" text, hidden text);
      insert into public."odd ""name""" values ('${ada}', 'four', 'more');
      create table public.unread as select * from public."odd ""name""";
      grant select (user_id, "a'b") on public."odd ""name""" to authenticated;
      revoke all on public.unread from authenticated, service_role;
      revoke select on public.execution_logs from authenticated;
    `)
    await scene.asUser(ada)
    const { execution_logs: revoked, ...left } = readable
    expect(revoked).toBe(67)
    expect(await storageOf(scene)).toEqual(asRows({ ...left, 'odd "name"': 21 }).toSorted(byName))
  })
})

test('each table is read by one range of an index, whoever asks', async () => {
  await withScene(db, async (scene) => {
    await scene.asUser(ada)
    const before = await scansOf(scene)
    await storageOf(scene)
    const between = await scansOf(scene)
    await scene.asServer()
    await storageOf(scene)
    const after = await scansOf(scene)
    const none = Object.keys(rows).map((name) => ({ name, whole: 0, ranges: 0 }))
    const one = none.map((scans) => ({ ...scans, ranges: 1 }))
    expect(difference(before, between)).toEqual(
      one.map((scans) => (scans.name in readable ? scans : { ...scans, ranges: 0 })),
    )
    expect(difference(between, after)).toEqual(one)
  })
})

async function storageOf(scene: Scene, user: string = ada): Promise<readonly Row[]> {
  return scene.rows('storage_of_user', { p_user_id: user })
}

function asRows(bytes: Readonly<Record<string, number>>): Row[] {
  return Object.entries(bytes).map(([name, of]) => ({ table_name: name, row_count: 1, bytes: of }))
}

function byName(left: Row, right: Row): number {
  return String(left['table_name']) < String(right['table_name']) ? -1 : 1
}

interface Scans {
  readonly name: string
  readonly whole: number
  readonly ranges: number
}

/** How often this transaction read each table of users so far: whole, and by a range of an index. */
async function scansOf(scene: Scene): Promise<readonly Scans[]> {
  const found = await scene.query(sql`
    select relname::text as name, seq_scan::integer as whole, idx_scan::integer as ranges
    from pg_catalog.pg_stat_xact_user_tables
    where schemaname = 'public'
    order by name
  `)
  return found.map((row) => ({
    name: String(row['name']),
    whole: Number(row['whole']),
    ranges: Number(row['ranges']),
  }))
}

function difference(before: readonly Scans[], after: readonly Scans[]): Scans[] {
  return after.map(({ name, whole, ranges }, at) => ({
    name,
    whole: whole - (before[at]?.whole ?? 0),
    ranges: ranges - (before[at]?.ranges ?? 0),
  }))
}
