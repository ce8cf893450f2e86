import { relative } from 'node:path'
import { UserError } from '../errors.ts'
import type { Context } from '../files/context.ts'
import { keepMigrations } from '../files/keep-migrations.ts'
import { checkSeal } from '../files/migrations.ts'
import type { Migration, MigrationFolder } from '../files/migrations.ts'
import { nameMigrations } from '../plan/write/migration-files.ts'
import { askEnvironments, refuseCi } from '../targets/ask-environments.ts'
import type { Asked } from '../targets/ask-environments.ts'
import { acceptedIn } from '../planning/load-accepted.ts'
import { partsOfNewest } from '../planning/parts-of-plan.ts'
import { planBehind } from './plan.ts'
import type { PlanOptions } from './plan.ts'
import type { PlanResult } from '../planning/plan-result.ts'
import type { Traced } from '../planning/plan-trace.ts'
import { loadProjectFiles } from '../planning/project-states.ts'
import { afterTakingBack, checkTakeBack, takeBack } from '../planning/take-back.ts'
import type { TakenBack } from '../planning/take-back.ts'
import { writeMigrations } from '../planning/writing/write-migrations.ts'

/** What `plan NAME --replace --json` prints. Every key is always there. */
export interface ReplaceResult extends PlanResult, Asked {
  /** The migration in whose place the plan comes, such as `007_add_b`; it is still there when nothing was written. */
  readonly replaced: string
  /** The local databases in which it was rolled back. */
  readonly takenBack: readonly TakenBack[]
}

/**
 * Plans the newest migration again, from what the ones before it make, under its version. No environment may have
 * it; a local database that has it loses it when all is planned and proved, just before the files are replaced.
 * Throws UserError for whatever a person can fix; the old files are there then.
 */
export async function replaceCommand(
  context: Context,
  name: string | undefined,
  options: ReplaceOptions,
): Promise<ReplaceResult> {
  return (await traceReplace(context, name, options)).result
}

/** How to plan in the place of a migration. */
interface ReplaceOptions extends PlanOptions {
  readonly allowDataLoss: boolean
}

/** The same, with how the plan came about. Errors as above. */
export async function traceReplace(
  context: Context,
  name: string | undefined,
  { allowDataLoss, ...options }: ReplaceOptions,
): Promise<Traced<ReplaceResult>> {
  refuseCi(context, 'plan --replace')
  const loaded = await loadProjectFiles(context.project)
  const { folder } = loaded
  const { newest, parts, earlier } = splitNewest(folder)
  await checkSeal(folder, new Set(parts.map(({ file }) => file)))
  // Refused now rather than when all is proved.
  const wanted = checkName(earlier, newest, name)
  const { asked, notAsked, holders } = await askEnvironments(context, newest, {
    instead: 'write the change as another migration',
  })
  const request = { folder, migration: newest, allowDataLoss }
  await checkTakeBack(context, holders, request)
  const accepted = parts.flatMap(({ text, path }) => acceptedIn(text, path))
  const { shown, stages, trace } = await planBehind(
    context,
    { ...loaded, folder: earlier },
    { ...options, accepted },
  )
  if (shown.equal) throw nothingLeft(newest)
  const replaced = stemOf(newest)
  const result = { ...shown, replaced, asked, notAsked, takenBack: [] }
  if (stages.length === 0 || !shown.proved || shown.failing.length > 0) return { result, trace }
  const takenBack = await takeBack(context, holders, request)
  context.talk.step('writing')
  const files = await afterTakingBack(takenBack, () =>
    writeMigrations(context.project, earlier, {
      name: wanted,
      stages,
      undone: shown.unmanaged,
      replaced: parts,
    }),
  )
  const paths = files.map((path) => relative(context.project.root, path))
  return { result: { ...result, takenBack, files: paths }, trace }
}

/** The first of several migrations of one plan: who has one of them has it. */
function splitNewest(folder: MigrationFolder): {
  readonly newest: Migration
  readonly parts: readonly Migration[]
  readonly earlier: MigrationFolder
} {
  const parts = partsOfNewest(folder.migrations)
  const [newest] = parts
  if (newest === undefined) {
    throw new UserError(`${folder.path}: there is no migration to replace. Leave out --replace.`)
  }
  return { newest, parts, earlier: keepMigrations(folder, (each) => !parts.includes(each)) }
}

function checkName(earlier: MigrationFolder, newest: Migration, name: string | undefined): string {
  if (name === undefined) {
    throw new UserError(
      `--replace writes the plan. Give a name, such as npm run plan ${newest.name} -- --replace`,
    )
  }
  nameMigrations(earlier, name, { count: 1, now: '', at: newest.version })
  return name
}

function nothingLeft(newest: Migration): UserError {
  return new UserError(
    `${stemOf(newest)}: the migrations before it make what the schema files say, so there is nothing to plan instead. ` +
      `If it is no longer wanted, roll it back (npm run rollback -- --steps 1), remove its files and run: npm run hash`,
  )
}

function stemOf({ version, name }: Migration): string {
  return `${version}_${name}`
}
