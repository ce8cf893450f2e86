import { nameOf } from '../model/object-id.ts'
import { withDatabase } from '../postgres/connect.ts'
import type { Queryable } from '../postgres/connect.ts'
import type { Scope } from '../postgres/read/reader.ts'
import { whatIsAmiss } from './amiss.ts'
import type { Amiss } from './amiss.ts'
import { checkRows, keptTables, readRows } from './rows.ts'
import { seeState } from './state.ts'
import type { OpenDatabase, State } from './state.ts'
import type { RowTrial, Unloaded } from './try-rows.ts'
import { stepTo, walkBack } from './walk-step.ts'
import type { WalkStep } from './walk-step.ts'

/** A migration and its way back: how each is run on the copy. */
interface WalkableFile {
  readonly up: () => Promise<void>
  readonly down: () => Promise<void>
}

/** What is walked over which ground. */
export interface FileWalkRequest {
  readonly files: readonly WalkableFile[]
  /** Where the last of the files should lead. */
  readonly desired: State
  /** Why tables of the copy have no sample rows. */
  readonly samples: Unloaded
  readonly scope: Scope
  readonly ignoreSchemas: readonly string[]
}

/** What came of it: what is not as it should be, and the rows after the way up and after the way back. */
export interface FileWalk {
  readonly steps: readonly WalkStep[]
  /** Whether the files change no object, and something else than they make is wanted still: that is no fault of theirs. */
  readonly leavesRest: boolean
  readonly rows: { readonly up: readonly RowTrial[]; readonly down: readonly RowTrial[] }
  /** The state before the files, and after each of them. */
  readonly states: readonly State[]
}

/**
 * Walks files that people wrote up on a copy of the state before them and back, over whatever rows the copy has. Nobody
 * says which values they mean to change, so those of every table are looked at. Errors of the files pass through.
 */
export async function walkFiles(
  copy: { readonly url: string; readonly adminUrl: string },
  request: FileWalkRequest,
): Promise<FileWalk> {
  return withDatabase(copy.url, (owner) =>
    withDatabase(copy.adminUrl, (admin) => walkOpen({ owner, admin }, request)),
  )
}

async function walkOpen(open: OpenDatabase, request: FileWalkRequest): Promise<FileWalk> {
  const { files, desired } = request
  const look = async (): Promise<State> => seeState(open, request)
  const start = await look()
  const states = [start]
  const readTrials = await noteAll(open.admin, [start, desired], request.samples)
  const up = await stepTo({ way: 'up', part: files.length }, desired, async () => {
    for (const file of files) {
      await file.up()
      states.push(await look())
    }
    return states.at(-1) ?? start
  })
  const upRows = await readTrials()
  const downs = files.map(({ down }) => down)
  const back = await walkBack(states, downs, look)
  const changesNothing = isClean(await whatIsAmiss(states.at(-1) ?? start, start))
  const leavesRest = !isClean(up) && changesNothing
  const first = leavesRest ? { ...up, changes: [], differences: [] } : up
  return {
    steps: [first, ...back],
    leavesRest,
    rows: { up: upRows, down: await readTrials() },
    states,
  }
}

function isClean({ changes, differences }: Amiss): boolean {
  return changes.length + differences.length === 0
}

/** Notes the values in all tables that two states share; answers a question for what became of them. */
async function noteAll(
  admin: Queryable,
  [from, to]: readonly [State, State],
  unloaded: Unloaded,
): Promise<() => Promise<RowTrial[]>> {
  const tables = keptTables(from.catalog, to.catalog)
  const before = await readRows(admin, tables)
  return async () =>
    checkRows(before, await readRows(admin, tables)).map(({ table, count, kept }) => {
      const name = nameOf(table)
      const why = unloaded.get(name) ?? 'there are no sample rows'
      return {
        table: name,
        rows: count,
        kept: count > 0 ? kept : null,
        why: count > 0 ? null : why,
      }
    })
}
