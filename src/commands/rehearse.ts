import { readHistory } from '../deploy/history/history.ts'
import { decideApply } from '../deploy/history/standing.ts'
import type { Context } from '../files/context.ts'
import { checkSeal, loadMigrations } from '../files/migrations.ts'
import type { Migration } from '../files/migrations.ts'
import { areSame } from '../model/sections.ts'
import type { Unmanaged } from '../plan/decide/object-change.ts'
import type { Lock } from '../plan/hazards/work/work-row.ts'
import { planDrift } from '../planning/drift/plan-drift.ts'
import type { DriftPlan, Drifted } from '../planning/drift/plan-drift.ts'
import { rehearseFiles } from '../planning/rehearse/rehearse-files.ts'
import type { RehearsedFile, RehearsedStatement } from '../planning/rehearse/rehearse-files.ts'
import { readSizes } from '../planning/rehearse/target-sizes.ts'
import type { RelationSize } from '../planning/rehearse/target-sizes.ts'
import { runSegments } from '../proof/run-segment.ts'
import { withDatabase } from '../postgres/connect.ts'
import { compareTarget } from '../targets/compare-target.ts'
import { withReplayedHistory } from '../targets/replayed-history.ts'
import { workbenchLike } from '../targets/target-workbench.ts'
import { findStandingOf } from '../targets/target-standing.ts'
import { withReadTarget } from '../targets/target.ts'
import type { Target } from '../targets/target.ts'
import type { UseWorkbench } from '../workbench/server/server.ts'

/** What pending files do on a copy of a database's catalog, next to its sizes. Every key is always there. */
export interface RehearseResult {
  readonly environment: string
  readonly address: string
  /** Whether the database drifted: the copy has what was found there. */
  readonly drifted: boolean
  /** What of it the copy lacks. */
  readonly lacking: readonly Unmanaged[]
  readonly files: readonly MeasuredFile[]
}

interface MeasuredFile {
  readonly version: string
  readonly name: string
  readonly statements: readonly MeasuredStatement[]
}

interface MeasuredStatement {
  /** In the file, from 1. */
  readonly line: number
  readonly sort: string
  /** Whether it ran outside of a transaction, where nothing is measured. */
  readonly outside: boolean
  readonly work: readonly RelationWork[]
}

/** What a statement did to a relation, and how large that is in the database. */
interface RelationWork {
  readonly relation: string
  /** The lock that keeps others out, where the statement took a stronger one; null where it did not. */
  readonly lock: Lock | null
  readonly rewrite: boolean
  readonly scan: boolean
  /** PostgreSQL's estimate; null where it was never analyzed, or the relation is not there yet. */
  readonly rows: number | null
  readonly bytes: number | null
}

/**
 * Runs the pending files up to a version on a copy of a database's catalog, without rows, and measures locks, rewrites and
 * scans. The database is only read. Throws UserError where a statement fails, with its place.
 */
export async function rehearseCommand(
  context: Context,
  { environment, version }: { readonly environment: string; readonly version: string | undefined },
): Promise<RehearseResult> {
  const folder = await loadMigrations(context.project.folders.migrations)
  await checkSeal(folder)
  return withReadTarget(context, environment, async (target) => {
    const { session, address } = target
    const standing = findStandingOf(target.environment, folder, await readHistory(session))
    const pending = decideApply(standing, version, environment)
    const common = { environment, address }
    if (pending.length === 0) return { ...common, drifted: false, lacking: [], files: [] }
    const history = { folder, applied: standing.applied }
    const { talk } = context
    talk.step('copying the catalog of the database')
    const useWorkbench = await workbenchLike(context, target)
    const comparison = await compareTarget(useWorkbench, session, { history, talk })
    const run = await rehearse(context, useWorkbench, { session, pending, comparison })
    return { ...common, ...run, files: await withSizes(target, run.files) }
  })
}

interface Rehearsal extends Drifted {
  readonly pending: readonly Migration[]
}

type Rehearsed = Pick<RehearseResult, 'drifted' | 'lacking'> & {
  readonly files: readonly RehearsedFile[]
}

async function rehearse(
  { talk }: Context,
  useWorkbench: UseWorkbench,
  { session, pending, comparison }: Rehearsal,
): Promise<Rehearsed> {
  return withReplayedHistory(useWorkbench, comparison.history, async ({ url }, workbench) => {
    const isSame = areSame(comparison.sections)
    const plan = isSame ? undefined : await planDrift(workbench, { session, comparison })
    if (plan !== undefined) await doLikewise(url, plan)
    talk.step('running the pending files on the copy')
    const files = await rehearseFiles(url, pending)
    return { drifted: plan !== undefined, lacking: plan?.unmanaged ?? [], files }
  })
}

/** Makes of what the history makes what was found. */
async function doLikewise(url: string, { draft, run }: DriftPlan): Promise<void> {
  const { plan, texts } = draft.up
  const planned = plan.segments.map((segment, at) => ({ segment, text: texts[at] ?? '' }))
  await withDatabase(url, async (db) => runSegments(db, 'up', run?.up ?? planned))
}

async function withSizes(
  { session }: Target,
  files: readonly RehearsedFile[],
): Promise<MeasuredFile[]> {
  const names = files.flatMap(({ statements }) =>
    statements.flatMap(({ work }) => work.map(({ relation }) => relation)),
  )
  const sizes = await readSizes(session, [...new Set(names)].toSorted())
  return files.map(({ version, name, statements }) => ({
    version,
    name,
    statements: statements.map((each) => withSize(each, sizes)),
  }))
}

function withSize(
  { line, sort, outside, work }: RehearsedStatement,
  sizes: ReadonlyMap<string, RelationSize>,
): MeasuredStatement {
  return {
    line,
    sort,
    outside,
    work: work.map(({ relation, before, after, rewrite, scan }) => ({
      relation,
      lock: after === before ? null : (after ?? null),
      rewrite,
      scan,
      rows: sizes.get(relation)?.rows ?? null,
      bytes: sizes.get(relation)?.bytes ?? null,
    })),
  }
}
