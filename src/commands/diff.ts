import type { Project } from '../files/project.ts'
import { checkSeal } from '../files/migrations.ts'
import type { ObjectId, Value } from '../model/catalog.ts'
import { diffCatalogs } from '../model/compare-catalogs.ts'
import type { Change } from '../model/compare-catalogs.ts'
import type { Difference } from '../observer/compare-observations.ts'
import { compareSeen } from '../proof/observed-differences.ts'
import { goalOf, loadProjectFiles, lookAt, startOf } from '../planning/project-states.ts'
import type { Looking } from '../planning/project-states.ts'
import { showObserved, valueOf } from '../proof/shown-difference.ts'

/** What `diff --json` prints. Every key is always there. */
export interface DiffResult {
  readonly equal: boolean
  /** How the objects differ: what the migrations make on the left, what the schema files say on the right. */
  readonly differences: readonly ObjectDifference[]
  /** What no reader reads, though the observer sees it. */
  readonly unread: readonly UnreadDifference[]
  /** Tables of which the order of columns alone differs: no difference, but worth saying. */
  readonly columnOrder: readonly string[]
}

/** What only the observer sees, a field of a catalog each; both values null where the object as a whole is new or goes. */
interface UnreadDifference {
  readonly object: string
  readonly what: string
  readonly from: Value
  readonly to: Value
}

/** An object that is not the same in both states, and how. */
export interface ObjectDifference {
  readonly object: ObjectId
  readonly kind: Change['kind']
  /** Of an altered object what differs of it. */
  readonly attributes: readonly {
    readonly name: string
    readonly from: Value
    readonly to: Value
  }[]
}

/**
 * Compares what the migrations make with what the schema files say, object by object. Equal is what the readers and the
 * observer call so. Throws UserError for files that cannot be loaded.
 */
export async function diffCommand(
  project: Project,
  { useWorkbench, talk }: Looking,
): Promise<DiffResult> {
  const { folder, schema } = await loadProjectFiles(project)
  await checkSeal(folder)
  return useWorkbench(async (workbench) => {
    talk.step('loading migrations and schema files')
    const [current, desired] = await Promise.all([
      lookAt(workbench, startOf(folder)),
      lookAt(workbench, goalOf(schema)),
    ])
    const differences = diffCatalogs(current.catalog, desired.catalog).map(showChange)
    const observed = await compareSeen(current.sight, desired.sight)
    const unread = differences.length > 0 ? [] : observed.differences.flatMap(showUnread)
    const equal = differences.length + observed.differences.length === 0
    return { equal, differences, unread, columnOrder: observed.columnOrder }
  })
}

function showChange(change: Change): ObjectDifference {
  const { kind } = change
  if (kind !== 'altered') return { object: change.object.id, kind, attributes: [] }
  const { from, to } = change
  const attributes = change.attributes.map((name) => ({
    name,
    from: valueOf(from, name),
    to: valueOf(to, name),
  }))
  return { object: to.id, kind, attributes }
}

function showUnread(difference: Difference): UnreadDifference[] {
  return showObserved(difference).map(({ object, what, expected, found }) => ({
    object,
    what,
    from: found,
    to: expected,
  }))
}
