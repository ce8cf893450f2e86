import { sql } from '../../../src/postgres/connect.ts'
import type { Fault, Scene } from './fault.ts'
import { everywhere, whileServing, whileWriting } from './phase-lists.ts'

/** What an administrator does to the sessions of the tool. */
export const sessionFaults: readonly Fault[] = [
  {
    name: 'pg_terminate_backend',
    about: 'an administrator ends the session',
    phases: everywhere,
    somePhases: whileWriting,
    strike: async (scene) => {
      await toSessions(scene, 'pg_terminate_backend')
      return { detail: '', outcome: 'any' }
    },
  },
  {
    name: 'pg_cancel_backend',
    about: 'an administrator cancels what the session does',
    phases: whileServing,
    somePhases: ['in a statement'],
    strike: async (scene) => {
      await toSessions(scene, 'pg_cancel_backend')
      return { detail: '', outcome: 'any' }
    },
  },
]

async function toSessions(
  { ground, database }: Scene,
  what: 'pg_terminate_backend' | 'pg_cancel_backend',
): Promise<void> {
  const call = sql.ident('pg_catalog', what)
  await ground.asAdmin(database, (session) =>
    session.query(sql`
      select ${call}(a.pid)
      from pg_catalog.pg_stat_activity as a
      where a.datname = ${database} and a.usename = 'postgres'
    `),
  )
}
