import { withSession } from '../../postgres/connect.ts'
import { resetSession } from '../../postgres/reset-session.ts'
import { statementsInAnyOrder } from '../load/any-order.ts'
import { loadSchema } from '../load/load-schema.ts'
import type { Load } from './load-tries.ts'
import type { Scripts } from './loaded-source.ts'
import { runMigrationScript } from './script.ts'

/**
 * How a folder of somebody is loaded: in the order of its names; schema files that cannot be loaded so, in any order
 * that works.
 */
export function loadsOfFolder({ sort, files }: Scripts): readonly [Load, ...Load[]] {
  const inOrder: Load = async ({ url }) =>
    withSession(url, async (session) => {
      const notes: string[] = []
      for (const file of files) {
        await resetSession(session)
        notes.push(...(await runMigrationScript(session, file)))
      }
      return notes
    })
  const inAnyOrder: Load = async ({ url }) => {
    const statements = await statementsInAnyOrder(files)
    await withSession(url, async (session) => loadSchema(session, statements))
    return []
  }
  return sort === 'migrations' ? [inOrder] : [inOrder, inAnyOrder]
}
