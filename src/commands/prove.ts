import { relative } from 'node:path'
import { parseApplicable, parseRevertible } from '../deploy/run/transaction.ts'
import { UserError } from '../errors.ts'
import type { Context } from '../files/context.ts'
import { checkSeal, loadUnsealed } from '../files/migrations.ts'
import type { Migration, MigrationFolder } from '../files/migrations.ts'
import { strongestLocks, tableLocks } from '../proof/locks.ts'
import { isClean } from '../proof/run-up-and-down.ts'
import { withWorkbench } from '../workbench/workbench.ts'
import { withFiles } from '../planning/declared-files.ts'
import { showProof } from '../planning/plan-result.ts'
import type { ProveResult } from '../planning/prove-result.ts'
import { goalOf, loadProjectFiles, lookAt, startOf } from '../planning/project-states.ts'
import { proveFiles } from '../planning/proving/prove-pairs.ts'
import type { FilePair, ProvedFiles } from '../planning/proving/prove-pairs.ts'
import { renewHeads } from '../planning/writing/renew-heads.ts'
import type { ProvedFile } from '../planning/writing/renew-heads.ts'
import { overRows } from '../planning/proving/over-sample-rows.ts'

/**
 * Proves migrations that people wrote or edited, from a version on; by default the newest. On a copy of the state
 * before them they must lead to what the schema files say. Their down files must lead back. Then what they do is
 * written at the head of those that atlas.sum has not as they are, and atlas.sum is renewed. Throws UserError with
 * file:line:column for a statement that fails, and when an earlier file is not as it was sealed.
 */
export async function proveCommand(
  context: Context,
  version: string | undefined,
): Promise<ProveResult> {
  const { project, talk } = context
  const { folder, schema } = await loadProjectFiles(project)
  const { before, pending } = choose(folder, version)
  const sealed = await checkSeal(folder, new Set(pending.map(({ file }) => file)))
  const pairs = pending.map(pairOf)
  for (const migration of pending) await parseApplicable(migration)
  for (const [, down] of pairs) await parseRevertible(down)
  return withWorkbench(context, async (workbench) => {
    talk.step('loading migrations and schema files')
    const desired = await lookAt(workbench, goalOf(schema))
    talk.step('proving the migrations on a copy, in both directions')
    const start = overRows(startOf(folder, before))
    const run = await proveFiles(workbench, start, { pairs, desired })
    const proved = isClean(run.steps)
    const edited = await loadUnsealed(folder)
    const files = proved ? provedFiles(pending, run) : []
    const open = files.filter(({ migration }) => edited.has(migration.file))
    const written = open.length === 0 ? [] : renewHeads(project, folder, open)
    return {
      proved,
      files: pending.map(({ path }) => relative(project.root, path)),
      proof: await withFiles(project.root, schema, showProof(run)),
      locks: strongestLocks(run.up.flatMap(tableLocks)),
      rows: run.rows,
      notes: [...run.notes, ...(run.leavesRest ? [restIsLeft] : [])],
      sealed: sealed || open.length > 0,
      written,
    }
  })
}

/** What each migration did, from the states around it and what was measured. */
function provedFiles(
  pending: readonly Migration[],
  { states, rows, up, down }: ProvedFiles,
): ProvedFile[] {
  // Which of several files changed values is not known.
  const changed = rows.up.filter(({ kept }) => kept === false).map(({ table }) => table)
  const changedRows = pending.length === 1 ? changed : []
  return pending.flatMap((migration, at) => {
    const [before, after] = states.slice(at)
    if (before === undefined || after === undefined) return []
    const [from, to] = [before.catalog, after.catalog]
    return [
      {
        migration,
        up: { context: { from, to }, work: up[at] ?? [] },
        down: { context: { from: to, to: from }, work: down[at] ?? [] },
        changedRows,
      },
    ]
  })
}

const restIsLeft =
  'The files change no object, rows at most. The schema files still differ. Plan that with npm run plan NAME.'

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

function pairOf({ path, text, file, version, down }: Migration): FilePair {
  if (down !== undefined) return [{ path, text }, down]
  throw new UserError(
    `${path}: has no down file. Write migrations/down/${file}, or have it planned: npm run prove ${version} -- --write-down`,
  )
}
