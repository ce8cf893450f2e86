import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sendText, withDatabase } from '../../../src/postgres/connect.ts'
import { groundOf } from '../../../src/workbench/sources/source-scratch.ts'
import type { Scope } from '../../../src/postgres/read/reader.ts'
import type { Ground } from '../../../src/workbench/sources/source-scratch.ts'
import { loadCases, scopeOf } from '../../cases/run-case.ts'
import { loadStrangers } from '../../strangers/run-stranger.ts'
import { home } from '../../support/tracked-files.ts'

/** Two states, and who makes them: postgres beside the platform, or a superuser in an empty database. */
export interface StatePair {
  readonly name: string
  readonly before: string
  readonly after: string
  readonly platform: Ground['platform']
  readonly scope: Scope
}

/** All cases of the planner, and all strangers. */
export async function loadStatePairs(): Promise<StatePair[]> {
  const cases = await loadCases(join(home, 'test/cases'))
  const strangers = await Promise.all(
    (await loadStrangers(join(home, 'test/strangers'))).map(async ({ name, before, after }) => ({
      name: `strangers/${name}`,
      before: await readFile(before, 'utf8'),
      after: await readFile(after, 'utf8'),
    })),
  )
  return [
    ...cases.map(({ name, before, after }) => pairOf({ name, before, after })),
    ...strangers.map((texts) => ({ ...texts, ...ofSuperuser })),
  ]
}

/** What only a superuser makes, only a superuser copies. */
function pairOf(texts: Pick<StatePair, 'name' | 'before' | 'after'>): StatePair {
  const isForSuperusers = [texts.before, texts.after].some((text) => /^-- superuser/m.test(text))
  return isForSuperusers
    ? { ...texts, ...ofSuperuser }
    : { ...texts, platform: 'supabase', scope: scopeOf('') }
}

const ofSuperuser = { platform: 'none', scope: { except: [], superusers: true } } as const

/** Makes the two databases of a pair, and hands over their URLs, for who made them. */
export async function withDatabases<T>(
  { workbench, ...pair }: StatePair & Pick<Ground, 'workbench'>,
  use: (before: string, after: string) => Promise<T>,
): Promise<T> {
  const make = groundOf({ workbench, platform: pair.platform })
  const withText = async (text: string, next: (url: string) => Promise<T>): Promise<T> =>
    make(async ({ url }) => {
      if (text !== '') await withDatabase(url, async (db) => sendText(db, text))
      return next(url)
    })
  return withText(pair.before, async (before) =>
    withText(pair.after, async (after) => use(before, after)),
  )
}
