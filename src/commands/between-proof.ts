import { reasonOf } from '../model/two-values.ts'
import type { Plan } from '../plan/plan.ts'
import { sql, withDatabase } from '../postgres/connect.ts'
import { FailedWay, asFailedWay, lacksValues } from '../proof/run-segment.ts'
import type { State } from '../proof/state.ts'
import { walkWhole } from '../proof/walk-whole.ts'
import type { WholeWalk } from '../proof/walk-whole.ts'
import type { Renaming } from '../proof/with-renames.ts'
import { makeMissingRole } from '../workbench/load-tries.ts'
import type { Scratch } from '../workbench/scratch.ts'
import { withCopy } from './copy-of-start.ts'
import type { Start } from './copy-of-start.ts'
import { showProof, showSegments } from './plan-result.ts'
import type { BetweenResult } from './plan-between.ts'

/** What the proof adds to a plan: with the statements, where it ran, since their work was measured. */
type Proof = Pick<BetweenResult, 'proved' | 'why' | 'unmanaged' | 'locks' | 'rows' | 'proof'> &
  Partial<Pick<BetweenResult, 'segments' | 'down'>>

/** A plan between two states, to be tried. */
export interface Trial extends Start {
  readonly to: State
  /** What the way up begins with. */
  readonly renaming: Renaming
  readonly up: Plan
  readonly down: Plan
}

/**
 * Runs a plan and its way back on a copy of where it starts: files are loaded, somebody's database is made again by a
 * plan of its own. What does not hold is unmanaged.
 */
export async function proveBetween(trial: Trial): Promise<Proof> {
  const { scratch } = trial.from
  if (scratch === undefined) return proveOnCopies(trial, false)
  const walk = await tryWalk(scratch, trial)
  if (!(walk instanceof FailedWay)) return judge(walk)
  if (await makeMissingRole(trial.sides.ground.workbench, walk)) return proveOnCopies(trial, false)
  // A required column cannot come back to rows that lost it: then the way back is shown on empty tables.
  return lacksValues(walk) ? proveOnCopies(trial, true) : refuse(walk)
}

async function tryWalk(
  copy: Scratch,
  { sides, from, to, renaming, up, down }: Trial,
): Promise<WholeWalk | FailedWay> {
  const request = { current: from.state, desired: to, renaming, up, down, view: sides.view }
  return walkWhole(copy, request).catch(asFailedWay)
}

async function proveOnCopies(trial: Trial, empty: boolean): Promise<Proof> {
  for (;;) {
    const outcome = await withCopy(trial, async (copy) => {
      if (typeof copy === 'string') return copy
      if (empty) await emptyTables(copy)
      return tryWalk(copy, trial)
    })
    if (typeof outcome === 'string') return { ...unproved, why: outcome }
    if (!(outcome instanceof FailedWay)) return withEmpty(judge(outcome), empty)
    if (!(await makeMissingRole(trial.sides.ground.workbench, outcome))) return refuse(outcome)
  }
}

const unproved: Proof = {
  proved: false,
  why: null,
  unmanaged: [],
  locks: [],
  rows: [],
  proof: [],
}

function withEmpty(proof: Proof, empty: boolean): Proof {
  const why =
    'the way back brings a required column without its values, so it was tried on empty tables'
  return empty ? { ...proof, why } : proof
}

async function emptyTables({ adminUrl }: Scratch): Promise<void> {
  await withDatabase(adminUrl, async (db) => {
    await db.query(sql`
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
  })
}

/** What of a walk did not hold is not managed. */
function judge({ steps, up, down, locks, rows }: WholeWalk): Proof {
  const proof = showProof({ steps })
  const unmanaged = [
    ...proof.flatMap(({ way, differences }) =>
      differences.map((each) => ({ object: each.object, why: reasonOf(way, each) })),
    ),
    ...rows
      .filter(({ kept }) => kept === false)
      .map(({ table }) => ({
        object: `table ${table}`,
        why: 'values of its rows change, and no statement declares it',
      })),
  ]
  return {
    ...unproved,
    proved: unmanaged.length === 0,
    segments: showSegments(up),
    down: showSegments(down),
    unmanaged,
    locks,
    rows,
    proof,
  }
}

function refuse({ way, statement, reason }: FailedWay): Proof {
  const object = statement?.object ?? 'the end of the transaction'
  const text = statement === undefined ? '' : `\n${statement.sql.replaceAll(/^/gm, '  ')}`
  return { ...unproved, unmanaged: [{ object, why: `the way ${way} fails: ${reason}${text}` }] }
}
