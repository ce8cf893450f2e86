import { sql } from '../../postgres/connect.ts'
import { withoutKnown } from '../../proof/partial.ts'
import type { PlanRun } from '../../proof/run-plan.ts'
import { FailedWay, lacksValues } from '../../proof/run-segment.ts'
import { withOpen } from '../../proof/state.ts'
import type { OpenDatabase } from '../../proof/state.ts'
import { withoutRenames } from '../../proof/with-renames.ts'
import { makeMissingRole } from '../../workbench/sources/load-tries.ts'
import { firstThatHolds, listAttempts } from '../proving/attempts.ts'
import type { Outcome } from '../proving/attempts.ts'
import { judgeCopy } from '../proving/weak-copy.ts'
import type { Worth } from '../proving/weak-copy.ts'
import { judge, refuse, unproved } from './between-verdict.ts'
import type { Proof } from './between-verdict.ts'
import { withCopy } from './copy-of-start.ts'
import type { Copy } from './copy-of-start.ts'
import { proveTouched } from './prove-touched.ts'
import { runOn } from './trial.ts'
import type { Trial } from './trial.ts'

/**
 * Runs a plan in both directions on a copy of the first state. Files are loaded; a database is copied by a separate
 * plan. What does not hold is unmanaged.
 */
export async function proveBetween(trial: Trial): Promise<Outcome<Proof>> {
  const { outcome, tried } = await firstThatHolds<Proof | FailedWay>(
    listAttempts(['own'], ['catalog']),
    {
      run: async ({ rows }, last) => {
        if (rows === 'sample') return proveOverRows(trial)
        // A required column cannot come back to rows that lost it: then the down direction is shown on empty tables.
        const lacks = last instanceof FailedWay && lacksValues(last)
        return lacks ? proveOnCopies(trial, true) : undefined
      },
      whyNot,
    },
  )
  return { outcome: outcome instanceof FailedWay ? refuse(outcome) : outcome, tried }
}

function whyNot(outcome: Proof | FailedWay): string | undefined {
  if (outcome instanceof FailedWay) return outcome.reason
  if (outcome.proved === true) return undefined
  return outcome.why ?? outcome.unmanaged[0]?.why ?? 'it does not lead to the schema files'
}

/** Files that are loaded already are run once; a role that a statement needs is made, and a copy taken. */
async function proveOverRows(trial: Trial): Promise<Proof | FailedWay> {
  const { scratch } = trial.from
  if (scratch === undefined) return (await proveTouched(trial)) ?? proveOnCopies(trial, false)
  const run = await withOpen(scratch, async (open) => tryRun(open, trial))
  if (!(run instanceof FailedWay)) return judge(run)
  const isMade = await makeMissingRole(trial.sides.ground().workbench, run)
  return isMade ? proveOnCopies(trial, false) : run
}

/** `catalog` is what the copy has, where that is not all. */
async function tryRun(
  copy: OpenDatabase,
  { sides, from, to, renaming, up, down }: Trial,
  catalog = from.state.catalog,
): Promise<PlanRun | FailedWay> {
  const isWhole = renaming.state !== from.state || catalog === from.state.catalog
  const start = isWhole ? renaming : withoutRenames({ ...from.state, catalog })
  return runOn(copy, { current: from.state, desired: to, renaming: start, up, down, sides })
}

async function proveOnCopies(trial: Trial, empty: boolean): Promise<Proof | FailedWay> {
  for (;;) {
    const outcome = await withCopy(trial, async (copy) =>
      typeof copy === 'string' ? { ...unproved, why: copy } : proveOn(copy, trial, empty),
    )
    if (!(outcome instanceof FailedWay)) return outcome
    if (!(await makeMissingRole(trial.sides.ground().workbench, outcome))) return outcome
  }
}

async function proveOn(copy: Copy, trial: Trial, empty: boolean): Promise<Proof | FailedWay> {
  const { lacks } = copy
  const worth = await worthOf(copy, trial)
  const hindrance = worth === undefined ? undefined : hindranceOf(worth)
  if (hindrance !== undefined) return { ...unproved, ...hindrance }
  if (empty) await emptyTables(copy.open)
  const run = await tryRun(copy.open, trial, copy.catalog)
  if (run instanceof FailedWay) return run
  const steps = run.steps.map((step) => ({ ...step, ...withoutKnown(step, lacks) }))
  const whys = [...(worth === undefined ? [] : [lackOf(worth)]), ...(empty ? [onEmpty] : [])]
  return { ...judge({ ...run, steps }), why: whys.length === 0 ? null : whys.join('; ') }
}

/** Undefined for a copy that is all that the original is. */
async function worthOf({ lacks }: Copy, { from, to, up, down }: Trial): Promise<Worth | undefined> {
  if (lacks.changes.length + lacks.differences.length === 0) return undefined
  return judgeCopy({ from: from.state, to, plans: [up, down], lacks })
}

function hindranceOf({ needed, unmanaged }: Worth): Partial<Proof> | undefined {
  if (needed !== undefined)
    return { why: `no copy can be made of what the plan changes: ${needed}` }
  return unmanaged.length > 0 ? { unmanaged } : undefined
}

const onEmpty =
  'the down direction restores a required column without its values, so it was tried on empty tables'

/** A proof that is weaker says by what. */
function lackOf({ names }: Worth): string {
  const shown = names.slice(0, most).join(', ')
  const more = names.length > most ? ` and ${String(names.length - most)} more` : ''
  return `the copy lacks objects that no plan can create; both states have them, and the plan does not touch them: ${shown}${more}`
}

const most = 5

async function emptyTables({ admin }: OpenDatabase): Promise<void> {
  await admin.query(sql`
      do $$
      declare
        emptied record;
      begin
        -- no trigger of theirs is to answer; only a superuser may say so
        begin
          perform pg_catalog.set_config('session_replication_role', 'replica', true);
        exception
          when insufficient_privilege then null;
        end;
        for emptied in
          select c.oid::pg_catalog.regclass as name
          from pg_catalog.pg_class as c
          where
            c.relkind in ('r', 'p')
            and c.oid >= 16384
            and c.relnamespace not in (select n.oid from pg_catalog.pg_namespace as n where n.nspname ~ '^pg_')
        loop
          execute pg_catalog.format('truncate %s cascade', emptied.name);
        end loop;
      end
      $$
    `)
}
