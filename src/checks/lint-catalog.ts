import { UserError } from '../errors.ts'
import type { SchemaFiles } from '../files/schema/schema-files.ts'
import type { PlacedFinding } from '../lint/accept.ts'
import { askCatalog } from '../lint/ask-catalog.ts'
import type { RuleAnswer } from '../lint/ask-catalog.ts'
import { asFileFinding, namesPlace } from '../lint/file-finding.ts'
import type { Rule } from '../lint/rule-files.ts'
import { withDatabase } from '../postgres/connect.ts'
import { withScratch } from '../workbench/scratch/scratch.ts'
import type { UseWorkbench } from '../workbench/server/server.ts'
import { goalOf } from '../planning/project-states.ts'

/** What the questions to a catalog came to. */
export interface CatalogLint {
  readonly placed: readonly PlacedFinding[]
  readonly answers: readonly RuleAnswer[]
  /** Why none was asked; undefined when some were. */
  readonly why: string | undefined
}

/**
 * Asks the database that schema files make, which answers no question that needs live data. Nothing is asked where
 * they cannot be loaded.
 */
export async function lintSchemaCatalog(
  useWorkbench: UseWorkbench,
  files: SchemaFiles | undefined,
  rules: readonly Rule[],
): Promise<CatalogLint> {
  if (files === undefined) return { placed: [], answers: [], why: notLoaded }
  try {
    const answers = await useWorkbench(async (workbench) =>
      withScratch(workbench, goalOf(files), async ({ url }) =>
        withDatabase(url, async (db) => askCatalog(db, rules.filter(isForAll), workbench.project)),
      ),
    )
    return { placed: [], answers, why: undefined }
  } catch (error) {
    if (!(error instanceof UserError) || !namesPlace(error.message)) throw error
    const finding = asFileFinding(error.message)
    return { placed: [{ finding, targets: [] }], answers: [], why: notLoaded }
  }
}

const notLoaded = 'the schema files cannot be loaded'

function isForAll({ needsLiveData }: Rule): boolean {
  return !needsLiveData
}
