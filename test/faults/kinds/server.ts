import { sendText, sql } from '../../../src/postgres/connect.ts'
import { quoteName } from '../../../src/sql/quote.ts'
import type { Fault, Scene } from './fault.ts'
import { everywhere, whileWriting } from './phase-lists.ts'

/** What happens to the server. */
export const serverFaults: readonly Fault[] = [
  {
    name: 'server killed',
    about:
      'SIGKILL of the server, or of its process that serves the tool, or a fast shutdown; then it starts again',
    phases: everywhere,
    somePhases: whileWriting,
    strike: async (scene) => {
      const { ground, random } = scene
      const how = random.pick(['SIGKILL', 'SIGKILL', 'process', 'shutdown'])
      if (how === 'process') for (const pid of await pidsOf(scene)) kill(pid, 'SIGKILL')
      else kill(ground.pid(), how === 'SIGKILL' ? 'SIGKILL' : 'SIGINT')
      return { detail: how, outcome: 'any', mend: quiet(ground.restart) }
    },
  },
  {
    name: 'disk full',
    about: 'the disk of the tables has some kilobytes left',
    phases: ['before the first file', 'before a statement'],
    somePhases: ['before a statement'],
    needsDisk: true,
    strike: async ({ ground: { disk }, random }) => {
      const kilobytes = random.below(300)
      await disk?.fill(kilobytes * 1024)
      return {
        detail: `${String(kilobytes)} kB left`,
        outcome: 'any',
        mend: quiet(async () => disk?.empty()),
      }
    },
  },
  {
    name: 'read-only',
    about: 'transactions become read-only, as in a project over its quota',
    phases: ['before the first file', 'before a statement'],
    somePhases: ['before a statement'],
    strike: async ({ ground }) => {
      await configure(ground, 'set default_transaction_read_only = on')
      const mend = quiet(async () => configure(ground, 'reset default_transaction_read_only'))
      return { detail: '', outcome: 'any', mend }
    },
  },
  {
    name: 'connection limit',
    about: 'the database takes no further connection',
    phases: ['before the first file', 'in a statement'],
    somePhases: ['in a statement'],
    strike: async ({ ground, database }) => {
      const limit = async (count: number): Promise<void> =>
        ground.asAdmin('postgres', (session) =>
          sendText(
            session,
            `alter database ${quoteName(database)} connection limit ${String(count)}`,
          ),
        )
      await limit(0)
      return { detail: '', outcome: 'any', mend: quiet(async () => limit(-1)) }
    },
  },
]

function quiet(work: () => Promise<void>): () => Promise<readonly string[]> {
  return async () => {
    await work()
    return []
  }
}

async function configure(ground: Scene['ground'], what: string): Promise<void> {
  await ground.asAdmin('postgres', async (session) => {
    await sendText(session, `alter system ${what}`)
    await sendText(session, 'select pg_catalog.pg_reload_conf()')
  })
}

async function pidsOf({ ground, database }: Scene): Promise<number[]> {
  const rows: readonly { readonly pid: number }[] = await ground.asAdmin(database, (session) =>
    session.query(sql`
      select a.pid
      from pg_catalog.pg_stat_activity as a
      where a.datname = ${database} and a.usename = 'postgres'
    `),
  )
  return rows.map(({ pid }) => pid)
}

/** Who has ended already is no fault of ours. */
function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
