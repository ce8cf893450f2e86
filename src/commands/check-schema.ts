import { historySchemas } from '../deploy/history.ts'
import type { Context } from '../files/context.ts'
import { checkSeal, loadMigrations } from '../files/migrations.ts'
import { withDatabase } from '../postgres/connect.ts'
import { compareObservations } from '../proof/compare.ts'
import type { Comparison } from '../proof/compare.ts'
import { observe } from '../proof/observe.ts'
import type { Observation } from '../proof/observe.ts'
import type { Content } from '../workbench/content.ts'
import { withScratch } from '../workbench/scratch.ts'
import type { Workbench } from '../workbench/server.ts'
import { withWorkbench } from '../workbench/workbench.ts'

/** Whether files and migrations agree, and where they do not. */
export interface CheckSchemaResult {
  /** Left: what the migrations make. Right: what the schema files say. */
  readonly comparison: Comparison
  readonly same: boolean
}

/**
 * Sees whether the migrations make exactly what the schema files say: both are built on scratch databases and
 * looked at by the observer. Throws UserError for files that cannot be loaded.
 */
export async function checkSchemaCommand(context: Context): Promise<CheckSchemaResult> {
  await checkSeal(await loadMigrations(context.project.folders.migrations))
  return withWorkbench(context, async (workbench) => {
    const [made, wanted] = await Promise.all([
      observeContent(workbench, { kind: 'migrations', mode: 'today' }),
      observeContent(workbench, { kind: 'schema', mode: 'today' }),
    ])
    const comparison = compareObservations(made, wanted)
    return { comparison, same: comparison.equal }
  })
}

async function observeContent(workbench: Workbench, content: Content): Promise<Observation> {
  return withScratch(workbench, content, ({ adminUrl }) =>
    withDatabase(adminUrl, (db) => observe(db, { ignoreSchemas: historySchemas })),
  )
}
