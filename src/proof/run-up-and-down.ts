import type { Change } from '../model/compare-catalogs.ts'
import type { Unmanaged } from '../plan/decide/object-change.ts'
import { compareStates } from './compare-states.ts'
import type { Difference } from '../observer/compare-observations.ts'
import { withoutUndone } from './partial.ts'
import { glanceAt, seeState } from './state.ts'
import type { OpenDatabase, State, View } from './state.ts'
import { noteRows } from './try-rows.ts'
import type { RowQuestion, RowTrial } from './try-rows.ts'

/** What is run and undone as one: a migration, or a whole plan. `T` is the result of running it. */
export interface Part<T> {
  readonly up: () => Promise<T>
  /** Called when the states around the part are known. */
  readonly down: (before: State, after: State) => DownPart<T>
}

/** The down direction of a part. */
interface DownPart<T> {
  /** What of it cannot be planned; then nothing is run in this direction. */
  readonly stuck: readonly Unmanaged[]
  /** What is told of it where it is not run. */
  readonly planned: T
  readonly run: () => Promise<T>
}

/** What the parts lead between, and how that is looked at. */
export interface RunOptions {
  readonly current: State
  readonly desired: State
  readonly view: View
  /** The rows whose values are compared with those before the parts, after each direction. */
  readonly rows: { readonly up: RowQuestion; readonly down: RowQuestion }
  /** Whether the plan leaves things undone, which then stay as they are. */
  readonly partial?: boolean
  /** Whether the state after the last part is read as a whole, for those who compare it later. */
  readonly keepsLast?: boolean
}

/** What was shown on a copy, and how long it took, in milliseconds. */
export interface RunStep {
  readonly way: 'up' | 'down'
  /** Which part was run, from 1; the up direction is looked at after the last of them. */
  readonly part: number
  /** What is not as it should be, by the readers and by the observer; nothing when it holds. */
  readonly changes: readonly Change[]
  readonly differences: readonly Difference[]
  readonly milliseconds: number
}

/** What came of parts that were run in both directions. */
export interface UpAndDown<T> {
  readonly steps: readonly RunStep[]
  /** What is not planned of the down direction. */
  readonly stuck: readonly Unmanaged[]
  /** What each part told, in the order of the parts. */
  readonly up: readonly T[]
  readonly down: readonly T[]
  /** The rows after each direction; none where the down direction was not run. */
  readonly rows: { readonly up: readonly RowTrial[]; readonly down: readonly RowTrial[] }
  /** The state before the parts, and after each of them. */
  readonly states: readonly State[]
}

/**
 * Runs parts on a copy, part by part as applying them does, and takes them back, the last one first, over whatever rows
 * the copy has. Errors of what is run pass through.
 */
export async function runUpAndDown<T>(
  open: OpenDatabase,
  parts: readonly Part<T>[],
  options: RunOptions,
): Promise<UpAndDown<T>> {
  const upRows = await noteRows(open.admin, options.rows.up)
  const downRows = await noteRows(open.admin, options.rows.down)
  const { step, states, up } = await runUp(open, parts, options)
  const rows = { up: await upRows.check('there'), down: [] }
  // What was left undone is no part of the down direction.
  const { partial = false, desired } = options
  const downs = downsOf(parts, partial ? states : [...states.slice(0, -1), desired])
  const stuck = downs.flatMap((down) => down.stuck)
  const result = { steps: [step], stuck, up, down: downs.map(({ planned }) => planned), states }
  if (stuck.length > 0) return { ...result, rows }
  const back = await runDown(open, downs, { states, view: options.view })
  return {
    ...result,
    steps: [step, ...back.steps],
    down: back.down,
    rows: { ...rows, down: await downRows.check('back') },
  }
}

/** Whether parts lead where they should in both directions, and keep what they do not declare lost. */
export function arrives({ stuck, steps, rows }: Arrival): boolean {
  return stuck.length === 0 && isClean(steps) && rows.every(({ kept }) => kept !== false)
}

/** What tells whether a run holds. */
export interface Arrival {
  readonly stuck: readonly Unmanaged[]
  readonly steps: readonly RunStep[]
  readonly rows: readonly RowTrial[]
}

/** Whether nothing differs after any step. */
export function isClean(steps: readonly Pick<RunStep, 'changes' | 'differences'>[]): boolean {
  return steps.every(({ changes, differences }) => changes.length + differences.length === 0)
}

interface Ascent<T> extends Pick<UpAndDown<T>, 'up' | 'states'> {
  readonly step: RunStep
}

async function runUp<T>(
  open: OpenDatabase,
  parts: readonly Part<T>[],
  { current, desired, view, partial = false, keepsLast = false }: RunOptions,
): Promise<Ascent<T>> {
  const states = [current]
  const up: T[] = []
  const step = await stepTo({ way: 'up', part: parts.length }, desired, async () => {
    for (const part of parts) {
      up.push(await part.up())
      // The last is compared at once; the others are what the down direction has to reach.
      const isLast = up.length === parts.length
      states.push(await (isLast && !keepsLast ? glanceAt : seeState)(open, view))
    }
    return states.at(-1) ?? current
  })
  const undone = partial ? await withoutUndone(step, current, desired) : {}
  return { states, up, step: { ...step, ...undone } }
}

function downsOf<T>(parts: readonly Part<T>[], states: readonly State[]): DownPart<T>[] {
  return parts.map((part, at) => {
    const [before, after] = states.slice(at)
    if (before === undefined || after === undefined) throw new Error('a part without its states')
    return part.down(before, after)
  })
}

/** Compares what is there after each part with the state before that part in the up direction. */
async function runDown<T>(
  open: OpenDatabase,
  parts: readonly DownPart<T>[],
  { states, view }: { readonly states: readonly State[]; readonly view: View },
): Promise<Pick<UpAndDown<T>, 'steps' | 'down'>> {
  const steps: RunStep[] = []
  const down: T[] = []
  for (const [at, { run }] of [...parts.entries()].toReversed()) {
    const before = states[at]
    if (before === undefined) throw new Error('a part without the state before it')
    const step = await stepTo({ way: 'down', part: at + 1 }, before, async () => {
      down.unshift(await run())
      return glanceAt(open, view)
    })
    steps.push(step)
  }
  return { steps, down }
}

/** Runs one direction and compares the state that `go` returns with the wanted one. */
async function stepTo(
  name: Pick<RunStep, 'way' | 'part'>,
  wanted: State,
  go: () => Promise<State>,
): Promise<RunStep> {
  const start = performance.now()
  const reached = await go()
  const difference = await compareStates(reached, wanted)
  return { ...name, ...difference, milliseconds: performance.now() - start }
}
