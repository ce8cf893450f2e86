import { aroundAll, inject } from 'vitest'
import { loadProject } from '../../src/files/project.ts'
import type { Project } from '../../src/files/project.ts'
import { sendText, sql, withDatabase } from '../../src/postgres/connect.ts'
import type { Queryable, SQLQuery } from '../../src/postgres/connect.ts'
import type { Content } from '../../src/workbench/load/content.ts'
import { withScratch } from '../../src/workbench/scratch/scratch.ts'
import type { Scratch } from '../../src/workbench/scratch/scratch.ts'
import type { Workbench } from '../../src/workbench/server/server.ts'
import { withWorkbenchAt } from '../../src/workbench/workbench.ts'

export { sql }
export type { Content }

/** What a query answers: rows by column. */
export type Rows = readonly Readonly<Record<string, unknown>>[]

/** A scratch database, open as its owner `postgres` and as the superuser. */
export interface TestDatabase extends Scratch {
  readonly serverVersion: number
  /** Pools: `tx` begins a transaction, `task` takes one connection. */
  readonly owner: Queryable
  readonly superuser: Queryable
  /** Asks as postgres. */
  readonly query: (query: SQLQuery) => Promise<Rows>
  /** Runs any number of statements as postgres. */
  readonly text: (text: string) => Promise<void>
}

/** Opens a database of its own and drops it in the end: for tests that change what others would see. */
export async function withTestDatabase<T>(
  content: Content,
  use: (database: TestDatabase) => Promise<T>,
): Promise<T> {
  return withTestWorkbench((workbench) =>
    withScratch(workbench, content, (scratch) => openScratch(workbench, scratch, use)),
  )
}

/** The workbench of the run; for another project than this one when given. */
export async function withTestWorkbench<T>(
  use: (workbench: Workbench) => Promise<T>,
  project?: Project,
): Promise<T> {
  return withWorkbenchAt(
    project ?? (await loadProject(import.meta.dirname)),
    inject('workbench'),
    use,
  )
}

/**
 * One database for the tests of a file (or of the `describe` that calls it): made before the first and dropped after
 * the last. It may be used inside tests and hooks only.
 */
export function useDatabase(content: Content): TestDatabase {
  let current: TestDatabase | undefined
  aroundAll(async (runTests) => {
    await withTestDatabase(content, async (database) => {
      current = database
      await runTests()
    })
  })
  const opened = (): TestDatabase => {
    if (current === undefined) throw new Error('the database exists inside tests and hooks only')
    return current
  }
  return {
    get name() {
      return opened().name
    },
    get url() {
      return opened().url
    },
    get adminUrl() {
      return opened().adminUrl
    },
    get serverVersion() {
      return opened().serverVersion
    },
    get owner() {
      return opened().owner
    },
    get superuser() {
      return opened().superuser
    },
    query: async (query) => opened().query(query),
    text: async (text) => opened().text(text),
  }
}

async function openScratch<T>(
  { serverVersion }: Workbench,
  scratch: Scratch,
  use: (database: TestDatabase) => Promise<T>,
): Promise<T> {
  return withDatabase(scratch.url, (owner) =>
    withDatabase(scratch.adminUrl, (superuser) =>
      use({
        ...scratch,
        serverVersion,
        owner,
        superuser,
        query: async (query) => owner.query(query),
        text: async (text) => sendText(owner, text),
      }),
    ),
  )
}
