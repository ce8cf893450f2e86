import { rules } from '../../../src/plan/rules/rules.ts'
import { writePlan } from '../../../src/plan/write/write-plan.ts'
import { sendText, sql, withDatabase } from '../../../src/postgres/connect.ts'
import type { Difference } from '../../../src/observer/compare-observations.ts'
import { runPlan } from '../../../src/proof/run-plan.ts'
import { FailedWay } from '../../../src/proof/run-segment.ts'
import { arrives } from '../../../src/proof/run-up-and-down.ts'
import type { RunStep } from '../../../src/proof/run-up-and-down.ts'
import { compareSights } from '../../../src/observer/sight/sight.ts'
import { readState, withOpen } from '../../../src/proof/state.ts'
import type { State, View } from '../../../src/proof/state.ts'
import { withScratch } from '../../../src/workbench/scratch/scratch.ts'
import type { Scratch } from '../../../src/workbench/scratch/scratch.ts'
import type { Workbench } from '../../../src/workbench/server/server.ts'
import type { Edit } from './edits.ts'
import { ground, higherGround } from './ground.ts'

/** What came of an edit. */
export interface Trial {
  /** What the observer sees of it. */
  readonly differences: readonly Difference[]
  /** What is refused by name; nothing when the edit is planned and proved in both directions. */
  readonly refused: readonly string[]
}

/**
 * Makes an edit in a database of its own, and plans and proves the way there from another one with the ground
 * alone.
 */
export async function tryEdit(
  workbench: Workbench,
  edit: Edit,
  { unedited, whose }: Ground,
): Promise<Trial> {
  const before = edit.before ?? ''
  const current =
    before === ''
      ? unedited
      : await withGround(workbench, edit, async (scratch) => see(scratch, whose))
  return withGround(workbench, edit, async (goal) => {
    const text = named(edit.sql, goal)
    await withDatabase(edit.by === 'superuser' ? goal.adminUrl : goal.url, (db) =>
      sendText(db, text),
    )
    const desired = await see(goal, whose)
    const { differences } = await compareSights(current.sight, desired.sight)
    return {
      differences,
      refused: await planAndProve(workbench, { edit, current, desired, differences, whose }),
    }
  })
}

/** Makes the ground and a bit more, and hands it over. */
export async function withGround<T>(
  workbench: Workbench,
  { by, before = '' }: Pick<Edit, 'by' | 'before'>,
  use: (scratch: Scratch) => Promise<T>,
): Promise<T> {
  return withScratch(workbench, { kind: 'empty' }, async (scratch) => {
    try {
      await withDatabase(scratch.url, (db) => sendText(db, ground))
      await withDatabase(scratch.adminUrl, (db) => sendText(db, higherGround))
      const url = by === 'superuser' ? scratch.adminUrl : scratch.url
      if (before !== '') await withDatabase(url, (db) => sendText(db, named(before, scratch)))
      return await use(scratch)
    } finally {
      await dropSubscriptions(scratch)
    }
  })
}

/** With the name of the database for `@`. */
function named(text: string, { name }: Scratch): string {
  return text.replaceAll('"@"', `"${name}"`)
}

/** Sees a database as it was before an edit. */
export async function see(scratch: Scratch, whose: Whose): Promise<State> {
  return readState(openFor(scratch, whose), viewOf(whose))
}

/** Who plans: the owner of what is ours, or a superuser, for whom everything is ours. */
export type Whose = 'owner' | 'superuser'

/** A database before all edits, and who plans. */
export interface Ground {
  readonly unedited: State
  readonly whose: Whose
}

function viewOf(whose: Whose): View {
  return { scope: { superusers: whose === 'superuser' }, ignoreSchemas: [] }
}

function openFor(scratch: Scratch, whose: Whose): Scratch {
  return whose === 'superuser' ? { ...scratch, url: scratch.adminUrl } : scratch
}

const style = { rules, authored: new Map<never, never>() }

interface Sides extends Pick<Trial, 'differences'>, Pick<Ground, 'whose'> {
  readonly edit: Edit
  readonly current: State
  readonly desired: State
}

/** The objects that are named, sorted, where the edit is not planned, or does not hold. */
async function planAndProve(
  workbench: Workbench,
  { edit, current, desired, differences, whose }: Sides,
): Promise<readonly string[]> {
  const [from, to] = [current.catalog, desired.catalog]
  const up = writePlan({ from, to }, style)
  const down = writePlan({ from: to, to: from }, style)
  const unmanaged = [...up.plan.unmanaged, ...down.plan.unmanaged]
  if (unmanaged.length > 0) return namesOf(unmanaged)
  if (up.plan.segments.length === 0) return namesOf(differences)
  return withGround(workbench, edit, async (start) => {
    const run = await withOpen(openFor(start, whose), (open) =>
      runPlan(open, {
        current,
        desired,
        up,
        planDown: (before, after) => writePlan({ from: before, to: after }, style),
        view: viewOf(whose),
      }),
    ).catch(failedAt)
    if (typeof run === 'string') return [run]
    return arrives(run) ? [] : namesOf([...run.stuck, ...run.steps.flatMap(whatDiffers)])
  })
}

function namesOf(objects: readonly { readonly object: string }[]): string[] {
  return [...new Set(objects.map(({ object }) => object))].toSorted()
}

function whatDiffers({ changes, differences }: RunStep): readonly { readonly object: string }[] {
  return [
    ...changes.map((change) => ({
      object: change.kind === 'altered' ? change.to.id : change.object.id,
    })),
    ...differences,
  ]
}

/** The object whose statement fails. */
function failedAt(error: unknown): string {
  if (!(error instanceof FailedWay)) throw error
  return (
    /^not planned: (?<object>.*?): the (?:up|down) direction fails: /.exec(error.message)?.groups?.[
      'object'
    ] ?? ''
  )
}

/** A database that has a subscription cannot be dropped. */
async function dropSubscriptions({ adminUrl }: Scratch): Promise<void> {
  await withDatabase(adminUrl, async (db) => {
    const rows: { readonly name: string }[] = await db.query(sql`
      select pg_catalog.quote_ident(s.subname) as name
      from pg_catalog.pg_subscription as s
      join pg_catalog.pg_database as d on d.oid = s.subdbid
      where d.datname = pg_catalog.current_database()
    `)
    for (const { name } of rows) {
      await sendText(db, `alter subscription ${name} disable`)
      await sendText(db, `alter subscription ${name} set (slot_name = none)`)
      await sendText(db, `drop subscription ${name}`)
    }
  })
}
