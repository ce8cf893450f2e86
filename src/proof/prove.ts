import { UserError, messageOf } from '../errors.ts'
import type { Catalog, ObjectId } from '../model/catalog.ts'
import { diffCatalogs } from '../model/diff.ts'
import type { Change } from '../model/diff.ts'
import { sendText, withDatabase } from '../postgres/connect.ts'
import type { Queryable } from '../postgres/connect.ts'
import { readCatalog } from '../postgres/read/catalog.ts'
import type { Scope } from '../postgres/read/reader.ts'
import { asFileError } from '../postgres/server-error.ts'
import type { Scratch } from '../workbench/scratch.ts'
import { compareObservations } from './compare.ts'
import type { Difference } from './compare.ts'
import { observe } from './observe.ts'
import type { Observation } from './observe.ts'
import { checkRows, keptTables, readRows } from './rows.ts'
import type { RowCheck } from './rows.ts'

/** One of the two states that a plan leads between, seen both ways. */
export interface State {
  readonly catalog: Catalog
  readonly observation: Observation
}

/** What was shown on a fresh copy, and how long it took, in milliseconds. */
export interface ProofStep {
  readonly name: 'up' | 'down'
  /** What is not as it should be, by the readers and by the observer; nothing when it holds. */
  readonly changes: readonly Change[]
  readonly differences: readonly Difference[]
  /** What became of the rows that were there, as far as the plan does not declare them lost. */
  readonly rows: readonly RowCheck[]
  readonly milliseconds: number
}

/** What is to be proved, and where it starts. */
export interface ProofRequest {
  readonly current: State
  readonly desired: State
  /** The texts of the segments, in order. */
  readonly up: readonly string[]
  readonly down: readonly string[]
  /** The tables and columns whose values the plan declares lost; none unless told. */
  readonly lost?: ReadonlySet<ObjectId>
  readonly scope: Scope
  readonly ignoreSchemas: readonly string[]
}

/** Sees a database both ways: by the readers and by the observer. */
export async function readState(
  { url, adminUrl }: { readonly url: string; readonly adminUrl: string },
  { scope, ignoreSchemas }: Pick<ProofRequest, 'scope' | 'ignoreSchemas'>,
): Promise<State> {
  const [catalog, observation] = await Promise.all([
    withDatabase(url, (db) => readCatalog(db, scope)),
    withDatabase(adminUrl, (db) => observe(db, { ignoreSchemas })),
  ])
  return { catalog, observation }
}

/**
 * Shows on a copy of where a plan starts that it arrives where it should, and that the way back leads to where it
 * began. Throws UserError when a statement of the plan fails.
 */
export async function proveOn(
  scratch: Pick<Scratch, 'url' | 'adminUrl'>,
  request: ProofRequest,
): Promise<ProofStep[]> {
  return withDatabase(scratch.url, async (db) => {
    const steps: ProofStep[] = []
    const kept = keptTables(request.current.catalog, request.desired.catalog, request.lost)
    const before = await readRows(db, kept)
    for (const name of ['up', 'down'] as const) {
      const start = performance.now()
      await runSegments(db, name, request[name])
      const reached = await readState(scratch, request)
      const wanted = name === 'up' ? request.desired : request.current
      steps.push({
        name,
        ...compareStates(wanted, reached),
        rows: checkRows(before, await readRows(db, kept)),
        milliseconds: performance.now() - start,
      })
    }
    return steps
  })
}

function compareStates(wanted: State, reached: State): Pick<ProofStep, 'changes' | 'differences'> {
  return {
    changes: diffCatalogs(reached.catalog, wanted.catalog),
    differences: compareObservations(reached.observation, wanted.observation).differences,
  }
}

async function runSegments(
  db: Queryable,
  name: string,
  segments: readonly string[],
): Promise<void> {
  for (const [index, text] of segments.entries()) {
    const path = `the plan ${name}${segments.length === 1 ? '' : `, part ${String(index + 1)}`}`
    try {
      await db.tx(async (tx) => sendText(tx, text))
    } catch (error) {
      const told = asFileError(error, text, { path })
      throw new UserError(`not planned: a statement of the plan fails.\n${messageOf(told)}`, {
        cause: error,
      })
    }
  }
}
