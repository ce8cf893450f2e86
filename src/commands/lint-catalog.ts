import { UserError } from '../errors.ts'
import type { Context } from '../files/context.ts'
import type { SchemaFiles } from '../files/schema-files.ts'
import type { PlacedFinding } from '../lint/accept.ts'
import { askCatalog } from '../lint/ask-catalog.ts'
import type { RuleAnswer } from '../lint/ask-catalog.ts'
import { asFileFinding, namesPlace } from '../lint/file-finding.ts'
import type { Rule } from '../lint/rule-files.ts'
import { withDatabase } from '../postgres/connect.ts'
import { withScratch } from '../workbench/scratch.ts'
import { withWorkbench } from '../workbench/workbench.ts'
import { goalOf } from './project-states.ts'
import { withTarget } from './target.ts'

/** What the questions to a catalog came to. */
export interface CatalogLint {
  readonly placed: readonly PlacedFinding[]
  readonly answers: readonly RuleAnswer[]
  /** Why none was asked; undefined when some were. */
  readonly why: string | undefined
}

interface CatalogRequest {
  readonly environment: string | undefined
  /** The schema files, where they can be loaded. */
  readonly files: SchemaFiles | undefined
  readonly rules: readonly Rule[]
}

/** Asks the database of an environment, or the one that the schema files make. */
export async function lintCatalog(
  context: Context,
  { environment, files, rules }: CatalogRequest,
): Promise<CatalogLint> {
  const { project, talk } = context
  if (environment !== undefined) {
    talk.step(`asking ${environment}`)
    const answers = await withTarget(context, environment, async ({ session }) =>
      askCatalog(session, rules, project),
    )
    return { placed: [], answers, why: undefined }
  }
  if (files === undefined) return { placed: [], answers: [], why: notLoaded }
  talk.step('loading the schema files')
  try {
    const answers = await withWorkbench(context, async (workbench) =>
      withScratch(workbench, goalOf(files), async ({ url }) =>
        withDatabase(url, async (db) => askCatalog(db, rules.filter(isForAll), project)),
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
