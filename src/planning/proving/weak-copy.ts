import type { Catalog, ObjectId } from '../../model/catalog.ts'
import { changedId } from '../../model/compare-catalogs.ts'
import { nameOf } from '../../model/object-id.ts'
import { nameBoth } from '../../model/two-values.ts'
import type { Unmanaged } from '../../plan/decide/object-change.ts'
import type { Plan } from '../../plan/plan.ts'
import { compareStates } from '../../proof/compare-states.ts'
import type { StateDifference } from '../../proof/compare-states.ts'
import type { State } from '../../proof/state.ts'
import { showDifferences } from '../../proof/shown-difference.ts'

/** What a proof on a copy is worth that is not quite like the original. */
export interface Worth {
  /** What the copy lacks and is not the same in both states: nobody could tell whether a plan makes it so. */
  readonly unmanaged: readonly Unmanaged[]
  /** What the copy lacks and a statement of the plan needs, or needs it; undefined where nothing does. */
  readonly needed: ObjectId | undefined
  /** What the copy lacks, by name. */
  readonly names: readonly string[]
}

/** The two states, the plan between them, and what a copy of the first lacks. */
interface Question {
  readonly from: State
  readonly to: State
  readonly plans: readonly Plan[]
  readonly lacks: StateDifference
}

/** Judges what a proof on such a copy could show. */
export async function judgeCopy({ from, to, plans, lacks }: Question): Promise<Worth> {
  const between = await compareStates(from, to)
  const missing = new Set(lacks.changes.map(changedId))
  const lines = new Set(lacks.differences.map(lineOf))
  const differing = showDifferences({
    changes: between.changes.filter((change) => missing.has(changedId(change))),
    differences: between.differences.filter((difference) => lines.has(lineOf(difference))),
  })
  return {
    unmanaged: differing.map((difference) => ({
      object: difference.object,
      why: `it differs (${nameBoth(difference)}), and no copy of it can be made for a proof`,
    })),
    needed: findNeeded(missing, touchedBy(plans), [from.catalog, to.catalog]),
    names: namesOf(lacks),
  }
}

function lineOf({ catalog, object }: StateDifference['differences'][number]): string {
  return `${catalog} ${object}`
}

/** Each object once, by the readers where they know it; what belongs to one that is missing goes without saying. */
function namesOf({ changes, differences }: StateDifference): string[] {
  const ids = new Set(changes.map(changedId))
  const roots = changes.flatMap((change) => {
    const parent = parentOf(change)
    return parent !== null && ids.has(parent) ? [] : [changedId(change)]
  })
  const names = roots.map(nameOf)
  const others = differences
    .map(({ object }) => object)
    .filter((object) => !names.some((name) => isAbout(object, name)))
  return [...new Set([...roots, ...others])].toSorted()
}

/** Whether the observer's words for an object name another one, an array of it or a part of it. */
function isAbout(object: string, name: string): boolean {
  return [' ', '[] ', '.'].some((end) => ` ${object} `.includes(` ${name}${end}`))
}

function parentOf(change: StateDifference['changes'][number]): ObjectId | null {
  return change.kind === 'altered' ? change.to.parent : change.object.parent
}

function touchedBy(plans: readonly Plan[]): ReadonlySet<ObjectId> {
  return new Set(
    plans.flatMap(({ segments }) =>
      segments.flatMap(({ statements }) => statements.map(({ object }) => object)),
    ),
  )
}

/** Something missing that is changed, that something changed needs, or that needs it. */
function findNeeded(
  missing: ReadonlySet<ObjectId>,
  touched: ReadonlySet<ObjectId>,
  catalogs: readonly Catalog[],
): ObjectId | undefined {
  const changed = [...missing].find((id) => touched.has(id))
  if (changed !== undefined) return changed
  for (const { dependent, needed } of catalogs.flatMap(({ dependencies }) => dependencies)) {
    if (missing.has(needed) && touched.has(dependent)) return needed
    if (missing.has(dependent) && touched.has(needed)) return dependent
  }
  return undefined
}
