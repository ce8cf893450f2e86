import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UserError } from '../errors.ts'
import { historySchemas } from '../deploy/history.ts'
import type { Context } from '../files/context.ts'
import { checkSeal, loadMigrations } from '../files/migrations.ts'
import type { MigrationFolder } from '../files/migrations.ts'
import { renderMigration } from '../plan/migration-text.ts'
import { planCatalogs } from '../plan/plan.ts'
import type { Plan } from '../plan/plan.ts'
import { rules } from '../plan/rules/rules.ts'
import { compareObservations } from '../proof/compare.ts'
import type { Difference } from '../proof/compare.ts'
import { holds, prove, readState } from '../proof/prove.ts'
import type { ProofStep, State } from '../proof/prove.ts'
import type { Content } from '../workbench/content.ts'
import { withScratch } from '../workbench/scratch.ts'
import type { Workbench } from '../workbench/server.ts'
import { withWorkbench } from '../workbench/workbench.ts'
import { hashCommand } from './hash.ts'

export interface PlanResult {
  readonly up: Plan
  readonly down: Plan
  readonly proof: readonly ProofStep[]
  /** What nobody planned, though the observer sees it. */
  readonly unseen: readonly Difference[]
  /** Whether there is nothing to do: by the readers and by the observer. */
  readonly equal: boolean
  /** Whether the plan leads where it should, both ways. */
  readonly proved: boolean
  /** The files that were written. */
  readonly files: readonly string[]
}

const migrations: Content = { kind: 'migrations', mode: 'today' }
const schemaFiles: Content = { kind: 'schema', mode: 'today' }

/**
 * Plans the way from what the migrations make to what the schema files say, and back, and proves both on real copies.
 * With a name, writes the migration, its down file and atlas.sum, when everything is planned and proved.
 */
export async function planCommand(context: Context, name: string | undefined): Promise<PlanResult> {
  if (name !== undefined) checkName(name)
  const folder = await loadMigrations(context.project.folders.migrations)
  await checkSeal(folder)
  return withWorkbench(context, async (workbench) => {
    const [current, desired] = await Promise.all([
      lookAt(workbench, migrations),
      lookAt(workbench, schemaFiles),
    ])
    const up = planCatalogs({ from: current.catalog, to: desired.catalog }, rules)
    const down = planCatalogs({ from: desired.catalog, to: current.catalog }, rules)
    const { differences } = compareObservations(current.observation, desired.observation)
    const nothing = up.segments.length === 0
    const complete = up.unmanaged.length + down.unmanaged.length === 0
    const proof =
      nothing || !complete ? [] : await proveBoth(workbench, { current, desired, up, down })
    const unseen = nothing ? differences : []
    const proved = complete && unseen.length === 0 && holds(proof)
    const equal = nothing && proved
    const files =
      name === undefined || equal || !proved ? [] : await write(context, folder, { name, up, down })
    return { up, down, proof, unseen, equal, proved, files }
  })
}

const scope = (workbench: Workbench): { readonly schemas: readonly string[] } => ({
  schemas: workbench.project.schemas,
})

async function lookAt(workbench: Workbench, content: Content): Promise<State> {
  return withScratch(workbench, content, (scratch) =>
    readState(scratch, { scope: scope(workbench), ignoreSchemas: historySchemas }),
  )
}

async function proveBoth(
  workbench: Workbench,
  {
    current,
    desired,
    up,
    down,
  }: { readonly current: State; readonly desired: State; readonly up: Plan; readonly down: Plan },
): Promise<ProofStep[]> {
  return prove(workbench, {
    start: migrations,
    current,
    desired,
    up: textsOf(up, ''),
    down: textsOf(down, ''),
    scope: scope(workbench),
    ignoreSchemas: historySchemas,
  })
}

function textsOf({ segments }: Plan, head: string): string[] {
  return segments.map((segment) => renderMigration(head, segment))
}

function checkName(name: string): void {
  if (/^[a-z][a-z0-9_]{0,60}$/.test(name)) return
  throw new UserError(
    `${name}: not a name for a migration. Use lowercase letters, digits and _, such as add_labels.`,
  )
}

/** One file a segment; the way back of all of them is the down file of the first that is taken back, the last one. */
async function write(
  context: Context,
  folder: MigrationFolder,
  { name, up, down }: { readonly name: string; readonly up: Plan; readonly down: Plan },
): Promise<string[]> {
  if (up.segments.length > 1) {
    throw new UserError(
      `${name}: takes ${String(up.segments.length)} transactions, which cannot be written yet.`,
    )
  }
  const version = nextVersion(folder)
  const file = `${version}_${name}.sql`
  const title = name.replaceAll('_', ' ')
  const texts: readonly (readonly [string, string])[] = [
    [join(folder.path, file), textsOf(up, `${version}: ${title}.`).join('\n')],
    [
      join(folder.path, 'down', file),
      textsOf(down, `Takes ${version} (${title}) back.`).join('\n'),
    ],
  ]
  for (const [path, text] of texts) {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text, { flag: 'wx' })
  }
  await hashCommand(context)
  return texts.map(([path]) => path)
}

/** Three digits go on; once the folder holds a timestamp, the next version is one too. */
function nextVersion({ migrations: known }: MigrationFolder): string {
  const last = known.at(-1)?.version ?? '000'
  if (last.length < 14) return String(Number(last) + 1).padStart(last.length, '0')
  return new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
}
