import { randomBytes } from 'node:crypto'
import { sendText } from '../../postgres/connect.ts'
import { quoteName } from '../../sql/quote.ts'
import type { Workbench } from '../server/server.ts'
import { makeDatabase } from './scratch.ts'

/**
 * Makes so many databases that are alike, with the platform, and drops them in the end. Their names are in text order,
 * and begin alike.
 */
export async function withManyDatabases<T>(
  workbench: Workbench,
  count: number,
  use: (names: readonly string[]) => Promise<T>,
): Promise<T> {
  const prefix = `many_${randomBytes(4).toString('hex')}_`
  const names = Array.from(
    { length: count },
    (_, index) => `${prefix}${String(index + 1).padStart(4, '0')}`,
  )
  try {
    for (const name of names)
      await makeDatabase(workbench, { kind: 'platform', mode: 'today' }, name)
    return await use(names)
  } finally {
    for (const name of names)
      await sendText(workbench.session, `drop database if exists ${quoteName(name)} with (force)`)
  }
}
