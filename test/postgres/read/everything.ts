import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sendText } from '../../../src/postgres/connect.ts'
import type { TestDatabase } from '../../support/database.ts'

/** What is ours in the database that `makeEverything` makes. */
export const scope = { schemas: ['s'] }

/** Makes one object of every kind, as postgres where that may. */
export async function makeEverything(db: TestDatabase): Promise<void> {
  await sendText(db.owner, await load('everything.sql'))
  await sendText(db.superuser, await load('by-superuser.sql'))
}

async function load(name: string): Promise<string> {
  return readFile(join(import.meta.dirname, name), 'utf8')
}
