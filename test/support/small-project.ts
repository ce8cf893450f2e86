import { hashCommand } from '../../src/commands/hash.ts'
import type { Context } from '../../src/files/context.ts'
import { withTestDatabase } from './database.ts'
import type { TestDatabase } from './database.ts'
import { withProject } from './project.ts'
import type { TemporaryProject } from './project.ts'
import { contextFor } from './target.ts'

/** A small project and the database of its environment `test`. */
export interface SmallWorld {
  readonly context: Context
  readonly db: TestDatabase
  /** A down file that is written or removed counts as recorded so: as if it had been that when it was applied. */
  readonly project: TemporaryProject
  /** The same folder, whose down files may be edited behind the journal's back. */
  readonly behind: TemporaryProject
  /** Seals the migrations as they are now. */
  readonly seal: () => Promise<void>
}

/** A small project, sealed, whose environment `test` is a new database with the platform. */
export async function withSmallWorld(use: (world: SmallWorld) => Promise<void>): Promise<void> {
  await withProject(async (project) => {
    await withTestDatabase({ kind: 'platform', mode: 'today' }, async (db) => {
      const context = await contextFor(db.url, await project.load())
      const seal = async (): Promise<void> => {
        await hashCommand(context)
      }
      await seal()
      await use({ context, db, project: withRecordedDowns(project, db), behind: project, seal })
    })
  })
}

function withRecordedDowns(project: TemporaryProject, db: TestDatabase): TemporaryProject {
  const forget = async (path: string): Promise<void> => {
    const version = /^migrations\/down\/(\d+)_/.exec(path)?.[1]
    if (version === undefined) return
    await db.text(`
      do $$
      begin
        if pg_catalog.to_regclass('schema_journal.files') is not null then
          delete from schema_journal.files where version = '${version}';
        end if;
      end
      $$
    `)
  }
  return {
    ...project,
    write: async (path, text) => {
      await forget(path)
      return project.write(path, text)
    },
    remove: async (path) => {
      await forget(path)
      await project.remove(path)
    },
  }
}
