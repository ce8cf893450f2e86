import { historySchemas } from '../deploy/history.ts'
import { loadDeclarations } from '../files/schema-files.ts'
import { diffCatalogs } from '../model/diff.ts'
import { refuseLikelyRenames } from '../plan/renames/refuse-likely.ts'
import type { State } from '../proof/state.ts'
import { withRenames, withoutRenames } from '../proof/with-renames.ts'
import type { Renaming } from '../proof/with-renames.ts'
import type { Content } from '../workbench/content.ts'
import { withScratch } from '../workbench/scratch.ts'
import type { Workbench } from '../workbench/server.ts'

/**
 * Renames what the schema files say was renamed, on a copy of what the migrations make. Throws UserError for a
 * directive that cannot be followed, and for what looks like a rename that nobody has declared.
 */
export async function renameCurrent(
  workbench: Workbench,
  content: Content,
  { current, desired }: { readonly current: State; readonly desired: State },
): Promise<Renaming> {
  if (diffCatalogs(current.catalog, desired.catalog).length === 0) return withoutRenames(current)
  const { folders, schemas } = workbench.project
  const declarations = await loadDeclarations(folders.schema)
  const renaming = await withRenames(
    { current, desired, declarations, scope: { schemas }, ignoreSchemas: historySchemas },
    async (use) => withScratch(workbench, content, use),
  )
  refuseLikelyRenames(renaming.state.catalog, desired.catalog, declarations)
  return renaming
}
