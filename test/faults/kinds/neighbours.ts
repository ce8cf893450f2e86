import { setTimeout } from 'node:timers/promises'
import { sendText, sql } from '../../../src/postgres/connect.ts'
import type { Session } from '../../../src/postgres/connect.ts'
import type { Random } from '../../schema/random.ts'
import type { Ran } from '../../support/cli.ts'
import type { Fault, Scene } from './fault.ts'

/** What others do in the same database. */
export const neighbourFaults: readonly Fault[] = [
  {
    name: 'lock held',
    about: 'another session holds a lock on a table: for up to 2.5 s, or until the run has ended',
    phases: ['before the first file', 'before a statement'],
    somePhases: ['before a statement'],
    flags: ['--lock-timeout', '1', '--lock-budget', '5'],
    strike: async (scene) => {
      const isShort = scene.random.below(2) === 0
      const milliseconds = 200 + scene.random.below(2300)
      const { lock, release } = await holdLock(scene)
      if (isShort) void setTimeout(milliseconds).then(release)
      return {
        detail: `${lock}, ${isShort ? `for ${String(milliseconds)} ms` : 'to the end'}`,
        outcome: 'any',
        mend: async () => {
          await release()
          return []
        },
      }
    },
  },
  {
    name: 'another deployer',
    about: 'one or two others run the same verb at once',
    phases: ['before the first file', 'before a statement', 'after COMMIT was sent'],
    somePhases: ['before a statement'],
    strike: async ({ another, random }) => {
      const others = Array.from({ length: 1 + random.below(2) }, async () => another())
      return {
        detail: `${String(others.length)} more`,
        isDoneByOthers: true,
        outcome: 'succeeds',
        mend: async () => (await Promise.all(others)).flatMap(complainOf),
      }
    },
  },
]

function complainOf({ code, stderr }: Ran): string[] {
  return code === 0 ? [] : [`another deployer: exit ${String(code)}: ${stderr.trim()}`]
}

interface HeldLock {
  readonly lock: string
  readonly release: () => Promise<void>
}

/** Has a session of its own lock a table, until it is told to let it go. */
async function holdLock({ ground, database, random }: Scene): Promise<HeldLock> {
  const told = Promise.withResolvers<undefined>()
  const held = Promise.withResolvers<string>()
  const whole = ground.asAdmin(database, async (session) => {
    held.resolve(await takeLock(session, random))
    await told.promise
    await sendText(session, 'commit')
  })
  whole.catch(held.reject)
  return {
    lock: await held.promise,
    release: async () => {
      told.resolve(undefined)
      await whole
    },
  }
}

/** Locks a table that there is, in a transaction that stays open; answers which, and how. */
async function takeLock(session: Session, random: Random): Promise<string> {
  const tables: readonly { readonly name: string }[] = await session.query(sql`
    select pg_catalog.format('%I.%I', n.nspname, c.relname) as name
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where
      c.relkind = 'r'
      and n.nspname in ('public', 'private', 'atlas_schema_revisions', 'supabase_migrations', 'schema_journal', 'archive')
    order by name
  `)
  const mode = random.pick(['access share', 'row exclusive', 'access exclusive'])
  const name = tables[random.below(tables.length)]?.name
  await sendText(session, "set lock_timeout = '200ms'; begin")
  if (name === undefined) return 'no table'
  // The run may hold it already.
  return sendText(session, `lock table ${name} in ${mode} mode`).then(
    () => `${mode} on ${name}`,
    () => `none on ${name}`,
  )
}
