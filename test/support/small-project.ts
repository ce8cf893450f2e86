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
  readonly project: TemporaryProject
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
      await use({ context, db, project, seal })
    })
  })
}
