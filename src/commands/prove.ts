import { relative } from 'node:path'
import { historySchemas } from '../deploy/history.ts'
import { sendFile, withFileTransaction } from '../deploy/send-file.ts'
import type { FileText } from '../deploy/send-file.ts'
import { usualLimits } from '../deploy/session.ts'
import { refuseInapplicable, refuseOwnTransactions } from '../deploy/transaction.ts'
import { UserError } from '../errors.ts'
import type { Context } from '../files/context.ts'
import { checkSeal, loadMigrations } from '../files/migrations.ts'
import type { Migration, MigrationFolder } from '../files/migrations.ts'
import { withSession } from '../postgres/connect.ts'
import type { Session } from '../postgres/connect.ts'
import { resetSession } from '../postgres/reset-session.ts'
import { strongestLocks, tableLocks } from '../proof/locks.ts'
import { startMeasuring } from '../proof/measure.ts'
import type { TableLock } from '../proof/locks.ts'
import { walkFiles } from '../proof/walk-files.ts'
import type { FileWalk } from '../proof/walk-files.ts'
import type { RowTrial } from '../proof/try-rows.ts'
import { isEmptyText } from '../sql/stretches.ts'
import { readSampleRows } from '../workbench/sample-layers.ts'
import { withScratch } from '../workbench/scratch.ts'
import type { Workbench } from '../workbench/server.ts'
import { withWorkbench } from '../workbench/workbench.ts'
import { withFiles } from './declared-files.ts'
import { showProof } from './plan-result.ts'
import type { ProofStep } from './plan-result.ts'
import { lookAt, schemaFiles } from './prove-plan.ts'
import { noteLate, unloadedOf } from './sample-rows.ts'

/** What `prove --json` prints; docs/planning.md explains it. Every key is always there. */
export interface ProveResult {
  /** Whether the files lead to what the schema files say, and back. */
  readonly proved: boolean
  /** The files that were proved, from the project's root, oldest first: a step's `part` counts them from 1. */
  readonly files: readonly string[]
  readonly proof: readonly ProofStep[]
  /** The locks on tables against writes or reads that the way up took, a table once. */
  readonly locks: readonly TableLock[]
  /** The sample rows after the way up, and after the way back. Values may change: only an author knows which should. */
  readonly rows: { readonly up: readonly RowTrial[]; readonly down: readonly RowTrial[] }
  /** What is to be known of it, a sentence each. */
  readonly notes: readonly string[]
  /** Whether atlas.sum vouches for the files as they are; else `npm run hash` is to come. */
  readonly sealed: boolean
}

/**
 * Proves migrations that people wrote or edited, from a version on (the newest alone when none is named): on a copy of
 * the state before them they must lead to what the schema files say, and their down files back. Changes nothing. Throws
 * UserError with file:line:column for a statement that fails, and when an earlier file is not as it was sealed.
 */
export async function proveCommand(
  context: Context,
  version: string | undefined,
): Promise<ProveResult> {
  const { project, talk } = context
  const folder = await loadMigrations(project.folders.migrations)
  const { before, pending } = choose(folder, version)
  const sealed = await checkSeal(folder, new Set(pending.map(({ file }) => file)))
  const pairs = pending.map(pairOf)
  for (const migration of pending) await refuseInapplicable(migration)
  for (const [, down] of pairs) {
    await refuseOwnTransactions(down.text, down.path)
    if (isEmptyText(down.text)) talk.note(`${down.path}: empty: it changes nothing`)
  }
  return withWorkbench(context, async (workbench) => {
    talk.step('loading migrations and schema files')
    const desired = await lookAt(workbench, schemaFiles)
    talk.step('proving the migrations on a copy, up and back')
    const { walk, locks, notes } = await walkPairs(workbench, { before, pairs, desired })
    return {
      proved: holds(walk),
      files: pending.map(({ path }) => relative(project.root, path)),
      proof: await withFiles(project, showProof(walk)),
      locks,
      rows: walk.rows,
      notes: [...notes, ...(walk.leavesRest ? [restIsLeft] : [])],
      sealed,
    }
  })
}

/** Whether files lead where they should, both ways. */
export function holds({ steps }: FileWalk): boolean {
  return steps.every(({ changes, differences }) => changes.length + differences.length === 0)
}

const restIsLeft =
  'The files change no object, rows at most. The schema files say something else still: plan that with npm run plan NAME.'

interface Choice {
  /** The version before those to prove, or `none`. */
  readonly before: string
  readonly pending: readonly Migration[]
}

function choose({ path, migrations }: MigrationFolder, version: string | undefined): Choice {
  const wanted = version ?? migrations.at(-1)?.version
  const at = migrations.findIndex((migration) => migration.version === wanted)
  if (at === -1) {
    const known = migrations.map((migration) => migration.version).join(', ')
    throw new UserError(
      wanted === undefined
        ? `${path}: there is no migration to prove. Write one with: npm run plan NAME`
        : `${wanted}: no such version in ${path}. There are: ${known}.`,
    )
  }
  return { before: migrations[at - 1]?.version ?? 'none', pending: migrations.slice(at) }
}

type Pair = readonly [up: FileText, down: FileText]

function pairOf({ path, text, file, version, down }: Migration): Pair {
  if (down !== undefined) return [{ path, text }, down]
  throw new UserError(
    `${path}: has no down file. Write migrations/down/${file}, or have it planned: npm run prove ${version} -- --write-down`,
  )
}

/** What came of migrations that were run, and what is to be known of the sample rows. */
interface Proved {
  readonly walk: FileWalk
  readonly locks: readonly TableLock[]
  readonly notes: readonly string[]
}

/** Runs migrations and their down files on a copy of the state after a version; answers the locks of the up direction. */
export async function walkPairs(
  workbench: Workbench,
  {
    before,
    pairs,
    desired,
  }: {
    readonly before: string
    readonly pairs: readonly Pair[]
    readonly desired: Awaited<ReturnType<typeof lookAt>>
  },
): Promise<Proved> {
  const { project } = workbench
  const start = { kind: 'samples', mode: 'today', upTo: before } as const
  return withScratch(workbench, start, (copy, note) =>
    withSession(copy.url, async (session) => {
      const locks: TableLock[] = []
      const rows = readSampleRows(note)
      const walk = await walkFiles(copy, {
        files: pairs.map(([up, down]) => ({
          up: async () => {
            locks.push(...(await run(session, up)))
          },
          down: async () => {
            await run(session, down)
          },
        })),
        desired,
        samples: unloadedOf(rows),
        scope: { schemas: project.schemas },
        ignoreSchemas: historySchemas,
      })
      return { walk, locks: strongestLocks(locks), notes: noteLate(project, rows) }
    }),
  )
}

/** Runs a file as applying it does, and answers the locks that it took on tables that were there before. */
async function run(session: Session, file: FileText): Promise<TableLock[]> {
  await resetSession(session)
  return withFileTransaction(session, { file, limits: usualLimits }, async (tx) => {
    const { read } = await startMeasuring(tx)
    await sendFile(tx, file)
    return tableLocks((await read()).whole)
  })
}
