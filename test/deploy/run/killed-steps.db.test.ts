import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { ownSchemas } from '../../../src/files/own-schemas.ts'
import { compareObservations } from '../../../src/observer/compare-observations.ts'
import { observe } from '../../../src/observer/observe.ts'
import type { Observation } from '../../../src/observer/observe.ts'
import { startVerb } from '../../support/cli.ts'
import { sql } from '../../support/database.ts'
import type { Rows, TestDatabase } from '../../support/database.ts'
import { once } from '../../support/once.ts'
import { longer } from '../../support/sample.ts'
import { withSmallWorld } from '../../support/small-project.ts'
import type { SmallWorld } from '../../support/small-project.ts'

// It starts many processes: a busy machine needs its time.
vi.setConfig({ testTimeout: 300_000 })

const noTransaction = '-- atlas:txmode none\n\n'

const files: Readonly<Record<string, string>> = {
  'migrations/001_notes.sql': `create table public.notes (id bigint, body text);
insert into public.notes select n, 'note ' || n from generate_series(1, 100000) as n;
create table public.parts (id int) partition by range (id);
create table public.part_one partition of public.parts for values from (1) to (2);
`,
  'migrations/002_bodies.sql': `${noTransaction}insert into public.notes values (0, 'first');
create index concurrently notes_id_idx on public.notes (id);
select pg_sleep(0.05);
create unique index concurrently if not exists notes_body_idx on public.notes (body);
insert into public.notes values (-1, 'second');
alter table public.parts detach partition public.part_one concurrently;
reindex table concurrently public.notes;
vacuum public.notes;
insert into public.notes values (-2, 'third');
`,
  'migrations/down/001_notes.sql': 'drop table public.part_one, public.parts, public.notes;\n',
  'migrations/down/002_bodies.sql': `${noTransaction}delete from public.notes where id < 1;
drop index concurrently public.notes_body_idx;
alter table public.parts attach partition public.part_one for values from (1) to (2);
drop index concurrently public.notes_id_idx;
`,
}

const apply = ['apply', 'test', '--allow-drift'] as const
const rollback = ['rollback', 'test', '001', '--allow-drift', '--allow-data-loss'] as const

it.runIf(!once.skip && !longer.skip)(
  'a file with txmode none that is killed again and again comes to the end of an undisturbed one',
  async () => {
    const whole = await withWorld(async (world) => {
      await verb(world, apply)
      const up = await look(world.db)
      await verb(world, rollback)
      return { up, down: await look(world.db) }
    })
    await withWorld(async (world) => {
      const kills = await killUntilDone(world, apply)
      expect(kills).toBeGreaterThan(3)
      expect(differences(whole.up, await look(world.db))).toEqual([])
      await killUntilDone(world, rollback)
      expect(differences(whole.down, await look(world.db))).toEqual([])
    })
  },
)

async function withWorld<T>(use: (world: SmallWorld) => Promise<T>): Promise<T> {
  const result = Promise.withResolvers<T>()
  await withSmallWorld(async (world) => {
    for (const [path, text] of Object.entries(files)) await world.project.write(path, text)
    await world.seal()
    result.resolve(await use(world))
  })
  return result.promise
}

async function verb(world: SmallWorld, [name, ...words]: readonly string[]): Promise<void> {
  const env = { TEST_DATABASE_URL: world.db.url }
  const { code, stderr } = await startVerb(name ?? '', { cwd: world.project.root, words, env }).ran
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' })
}

/** Kills a verb a bit later each time, until it comes to its end; answers how often it was killed. */
async function killUntilDone(
  { project, db }: SmallWorld,
  [name = '', ...words]: readonly string[],
): Promise<number> {
  for (let kills = 0; ; kills += 1) {
    const env = { TEST_DATABASE_URL: db.url }
    const running = startVerb(name, { cwd: project.root, words, env })
    const timer = new AbortController()
    const killing = (async () => {
      await running.said(name === 'apply' ? 'applying 002' : 'taking back 002')
      await sleep(kills * 90, undefined, { signal: timer.signal })
      running.child.kill('SIGKILL')
    })().catch(() => undefined)
    const { code, stderr } = await running.ran
    timer.abort()
    await Promise.race([killing, sleep(10)])
    if (code === 0) return kills
    expect({ code, stderr: code === null ? '' : stderr }).toEqual({ code: null, stderr: '' })
  }
}

interface Seen {
  readonly catalog: Observation
  readonly rows: Rows
}

async function look(db: TestDatabase): Promise<Seen> {
  return {
    catalog: await observe(db.superuser, { ignoreSchemas: ownSchemas }),
    rows: await db.query(sql`
      select
        (select count(*)::integer from public.notes) as notes,
        (select pg_catalog.array_agg(id::integer order by id) from public.notes where id < 1) as added,
        (
          select pg_catalog.jsonb_agg(pg_catalog.jsonb_build_array(version, applied, total, error, partial_hashes) order by version)
          from atlas_schema_revisions.atlas_schema_revisions
        ) as history,
        (select count(*)::integer from pg_catalog.pg_index as i where not i.indisvalid) as invalid
    `),
  }
}

function differences(whole: Seen, seen: Seen): readonly unknown[] {
  expect(seen.rows).toEqual(whole.rows)
  return compareObservations(whole.catalog, seen.catalog).differences
}
