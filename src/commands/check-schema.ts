import { historySchemas } from '../deploy/history.ts'
import type { Context } from '../files/context.ts'
import { checkSeal, loadMigrations } from '../files/migrations.ts'
import { withDatabase } from '../postgres/connect.ts'
import { compareDatabases } from '../proof/compare-databases.ts'
import type { Comparison } from '../proof/compare.ts'
import { withScratch } from '../workbench/scratch.ts'
import type { Scratch } from '../workbench/scratch.ts'
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
    const comparison = await withScratch(workbench, { kind: 'migrations', mode: 'today' }, (made) =>
      withScratch(workbench, { kind: 'schema', mode: 'today' }, (wanted) => compare(made, wanted)),
    )
    return { comparison, same: comparison.equal }
  })
}

async function compare(made: Scratch, wanted: Scratch): Promise<Comparison> {
  return withDatabase(made.adminUrl, (left) =>
    withDatabase(wanted.adminUrl, (right) =>
      compareDatabases(left, right, { ignoreSchemas: historySchemas }),
    ),
  )
}
