import { setTimeout } from 'node:timers/promises'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { applyCommand } from '../../src/commands/apply.ts'
import { rollbackCommand } from '../../src/commands/rollback.ts'
import { readHistory } from '../../src/deploy/history/history.ts'
import { ownSchemas } from '../../src/files/own-schemas.ts'
import { compareObservations } from '../../src/observer/compare-observations.ts'
import { observe } from '../../src/observer/observe.ts'
import type { Observation } from '../../src/observer/observe.ts'
import { startVerb } from '../support/cli.ts'
import type { Ran, Running } from '../support/cli.ts'
import { sql } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { once } from '../support/once.ts'
import { longer } from '../support/sample.ts'
import { withSmallWorld } from '../support/small-project.ts'
import type { SmallWorld } from '../support/small-project.ts'
import { usual, usualRollback } from '../support/target.ts'

// Each test starts many processes: a busy machine needs its time.
vi.setConfig({ testTimeout: 300_000 })

/** Statements that take their time, so that many moments lie inside of a file. */
const slowly = (...statements: readonly string[]): string =>
  statements.map((statement) => `${statement};\nselect pg_catalog.pg_sleep(0.03);\n`).join('')

/** What a transaction does at its very end: a trigger that COMMIT calls. */
const slowEnd = `create function public.wait() returns trigger language plpgsql as $$
begin
  perform pg_catalog.pg_sleep(0.1);
  return null;
end
$$`

const files: Readonly<Record<string, string>> = {
  'migrations/001_notes.sql': slowly(
    'create table public.notes (id bigint)',
    slowEnd,
    'create constraint trigger wait after insert or update on public.notes deferrable initially deferred for each row execute function public.wait()',
    'insert into public.notes values (1)',
  ),
  'migrations/002_bodies.sql': slowly(
    'alter table public.notes add column body text',
    'create index notes_body_idx on public.notes (body)',
    "update public.notes set body = 'one'",
  ),
  'migrations/003_tags.sql': slowly(
    'create table public.tags (id bigint)',
    'create view public.tagged as select id from public.tags',
    'insert into public.notes values (2)',
  ),
  'migrations/down/001_notes.sql': slowly('drop table public.notes', 'drop function public.wait()'),
  'migrations/down/002_bodies.sql': slowly(
    'drop index public.notes_body_idx',
    'alter table public.notes drop column body',
  ),
  'migrations/down/003_tags.sql': slowly(
    'delete from public.notes where id = 2',
    'drop view public.tagged',
    'drop table public.tags',
  ),
}

/**
 * When a run is ended that begins at the version `from`: so many milliseconds after it has started or said
 * something, or when its session does something.
 */
type Moment = { readonly from: string } & (
  | { readonly kind: 'start'; readonly after: number }
  | { readonly kind: 'said'; readonly text: string; readonly after: number }
  | { readonly kind: 'asks'; readonly query: string }
)

const whileApplying: readonly Moment[] = [
  { from: 'none', kind: 'start', after: 60 },
  { from: 'none', kind: 'said', text: 'applying 001', after: 0 },
  { from: 'none', kind: 'said', text: 'applying 001', after: 70 },
  { from: 'none', kind: 'asks', query: 'commit' },
  { from: '001', kind: 'said', text: 'applying 002', after: 10 },
  { from: '001', kind: 'said', text: 'applying 002', after: 60 },
  { from: '002', kind: 'said', text: 'applying 003', after: 40 },
  { from: '002', kind: 'asks', query: 'commit' },
]

const whileTakingBack: readonly Moment[] = [
  { from: '003', kind: 'said', text: 'counting', after: 30 },
  { from: '003', kind: 'said', text: 'taking back 003', after: 10 },
  { from: '003', kind: 'said', text: 'taking back 003', after: 60 },
  { from: '001', kind: 'said', text: 'taking back 001', after: 20 },
]

/** What a run comes to, and what sort of thing it says in the end. */
interface Answer extends Pick<Ran, 'code' | 'signal'> {
  readonly said: keyof typeof sayings | ''
}

const sayings = {
  interrupted:
    /What was finished stays\. What was running is rolled back\. Continue with: npm run (?:apply test|rollback test none -- --allow-data-loss)$/,
  done: /^It was done before it could be stopped\.$/,
  'where it stands':
    /(?:^|: |\. )(?:(?:Applied|Rolled back|Not applied|Still applied): [^.]*\. )*(?:Uncertain: .* )?(?:No file was begun\. )?Continue with: npm run (?:apply test 003|rollback test none -- --allow-data-loss)$/,
  cut: /: the server closed the connection: it was shut down, or an administrator ended the session\. Continue with: npm run (?:apply test|rollback test none -- --allow-data-loss)$/,
} as const

/** Which of them the last line is; the line itself for any other. Progress says nothing. */
function sayingOf({ code, stderr }: Ran): string {
  const line = stderr.trimEnd().split('\n').at(-1) ?? ''
  if (code === 0 || line.startsWith('… ')) return ''
  const found = Object.entries(sayings).find(([, pattern]) => pattern.test(line))
  return found?.[0] ?? line
}

/** A way to end a run, and what may come of it: the end may also come too late. */
interface Way {
  readonly name: string
  /** Which moments are tried: all, every second, … */
  readonly every: number
  readonly end: (running: Running, db: TestDatabase) => Promise<void>
  readonly answers: readonly Answer[]
  /** What may come of it besides when the run has hardly begun. */
  readonly atStart: readonly Answer[]
}

const done: Answer = { code: 0, signal: null, said: '' }

/** Ends a run by a signal, which nobody hears before the first line of the verb. */
function bySignal(
  signal: NodeJS.Signals,
  { every, heard = [] }: { readonly every: number; readonly heard?: readonly Answer[] },
): Way {
  const unheard: Answer = { code: null, signal, said: '' }
  return {
    name: signal,
    every,
    end: async ({ child }) => {
      child.kill(signal)
    },
    atStart: [unheard],
    answers: [done, ...(heard.length === 0 ? [unheard] : heard)],
  }
}

/** A signal that was heard: before a file was begun, amid the files, or behind them. */
const interrupted = (code: number): Answer[] =>
  (['interrupted', 'where it stands', 'done'] as const).map((said) => ({
    code,
    signal: null,
    said,
  }))

const ways: readonly Way[] = [
  bySignal('SIGINT', { every: 2, heard: interrupted(130) }),
  bySignal('SIGTERM', { every: 3, heard: interrupted(143) }),
  bySignal('SIGKILL', { every: 1 }),
  {
    name: 'the end of its session',
    every: 1,
    end: async (_running, db) => {
      await db.superuser.query(sql`
        select pg_catalog.pg_terminate_backend(a.pid)
        from pg_catalog.pg_stat_activity as a
        where a.datname = ${db.name} and a.application_name like 'aura-database%'
      `)
    },
    atStart: [],
    answers: [
      done,
      { code: 1, signal: null, said: 'cut' },
      { code: 1, signal: null, said: 'where it stands' },
    ],
  },
]

/** What undisturbed runs make of a database at each version. */
const versions = new Map<string, Whole>()

beforeAll(async () => {
  await withSlowWorld(async (world) => {
    for (const version of ['001', '002', '003', 'none']) {
      await bringTo(world, version)
      versions.set(version, { rows: await lookAt(world.db), catalog: await catalogOf(world.db) })
    }
  })
})

describe('a run that is ended at any moment', { ...once, skip: once.skip || longer.skip }, () => {
  it.each(ways)(
    'by $name leaves whole files, a free lock, and an end that the next run reaches',
    async (way) => {
      await withSlowWorld(async (world) => {
        const trials = whileApplying.filter((_moment, index) => index % way.every === 0)
        const backTrials = whileTakingBack.filter((_moment, index) => index % way.every === 0)
        let ended = 0
        for (const moment of trials) ended += await endOnce(world, way, { moment, words: apply })
        await bringTo(world, '003')
        expect(await differences('003', world.db)).toEqual([])
        for (const moment of backTrials)
          ended += await endOnce(world, way, { moment, words: rollback })
        await bringTo(world, 'none')
        expect(await differences('none', world.db)).toEqual([])
        // On a busy machine some ends come too late, but not all.
        expect(ended).toBeGreaterThan((trials.length + backTrials.length) / 3)
      })
    },
  )
})

const apply = ['apply', 'test'] as const
const rollback = ['rollback', 'test', 'none', '--allow-data-loss'] as const

/** What a database is at one version. */
interface Whole {
  readonly rows: unknown
  readonly catalog: Observation
}

interface Trial {
  readonly moment: Moment
  readonly words: readonly string[]
}

async function withSlowWorld(use: (world: SmallWorld) => Promise<void>): Promise<void> {
  await withSmallWorld(async (world) => {
    for (const [path, text] of Object.entries(files)) await world.project.write(path, text)
    await world.seal()
    await use(world)
  })
}

/** Brings the database to a version, forth or back. */
async function bringTo({ context, db }: SmallWorld, version: string): Promise<void> {
  const order = ['none', '001', '002', '003']
  const way = order.indexOf(version) - order.indexOf(await currentOf(db))
  const request = { lockWait: 10_000, allowDataLoss: true }
  if (way > 0) await applyCommand(context, { ...usual, ...request, version })
  const to = { kind: 'version', version } as const
  if (way < 0) await rollbackCommand(context, { ...usualRollback, ...request, to })
}

/** Ends one run, and looks at what it leaves; 1 when the end came before the run was done. */
async function endOnce(world: SmallWorld, way: Way, { moment, words }: Trial): Promise<number> {
  const { project, db } = world
  const [verb = '', ...rest] = words
  await bringTo(world, moment.from)
  const env = { TEST_DATABASE_URL: db.url }
  const running = startVerb(verb, { cwd: project.root, words: rest, env })
  await comes(moment, running, db)
  await way.end(running, db)
  const end = performance.now()
  const ran = await running.ran
  const { code, signal } = ran
  const took = code === 0 ? 0 : performance.now() - end
  expect(took).toBeLessThan(10_000)
  const answers = moment.kind === 'start' ? [...way.answers, ...way.atStart] : way.answers
  expect(answers).toContainEqual({ code, signal, said: sayingOf(ran) })
  await becomesFree(db)
  const current = await currentOf(db)
  expect({ current, rows: await lookAt(db) }).toEqual({
    current,
    rows: versions.get(current)?.rows,
  })
  return code === 0 ? 0 : 1
}

async function comes(moment: Moment, { child, said }: Running, db: TestDatabase): Promise<void> {
  if (moment.kind === 'asks') {
    while (child.exitCode === null && !(await asks(db, moment.query))) await setTimeout(5)
    return
  }
  if (moment.kind === 'said') await said(moment.text)
  await setTimeout(moment.after)
}

async function asks(db: TestDatabase, query: string): Promise<boolean> {
  const rows = await db.superuser.query(sql`
    select
    from pg_catalog.pg_stat_activity as a
    where
      a.datname = ${db.name}
      and a.application_name like 'aura-database%'
      and a.state = 'active'
      and pg_catalog.starts_with(a.query, ${query})
  `)
  return rows.length > 0
}

/** Waits until the server has noticed that the client is gone, which takes half a second in a statement that waits. */
async function becomesFree(db: TestDatabase): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 20) {
    const held = await db.superuser.query(sql`
      select
      from pg_catalog.pg_locks as l
      join pg_catalog.pg_database as d on d.oid = l.database
      where l.locktype = 'advisory' and d.datname = ${db.name}
    `)
    if (held.length === 0) return
    await setTimeout(20)
  }
  throw new Error('the lock is still held')
}

async function currentOf(db: TestDatabase): Promise<string> {
  const { atlas = [] } = await db.owner.task(readHistory)
  return atlas.at(-1)?.version ?? 'none'
}

/** Every column of every relation, and the rows: enough to see half a file. */
async function lookAt(db: TestDatabase): Promise<unknown> {
  return db.query(sql`
    select
      c.relname::text as relation,
      array(
        select a.attname::text
        from pg_catalog.pg_attribute as a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        order by a.attnum
      ) as columns,
      case
        when c.relkind = 'r'
        then pg_catalog.query_to_xml(pg_catalog.format('select * from public.%I', c.relname), true, false, '')::text
      end as rows
    from pg_catalog.pg_class as c
    where c.relnamespace = 'public'::pg_catalog.regnamespace
    order by relation
  `)
}

async function catalogOf(db: TestDatabase): Promise<Observation> {
  return observe(db.superuser, { ignoreSchemas: ownSchemas })
}

async function differences(version: string, db: TestDatabase): Promise<unknown> {
  const whole = versions.get(version)
  if (whole === undefined) throw new Error('no such version')
  return compareObservations(whole.catalog, await catalogOf(db)).differences
}
