import type { CatalogObject, ObjectId } from '../../../model/catalog.ts'
import { attachedTo, childId } from '../../../model/object-id.ts'
import { ownNameOf } from '../../rules/facets/name.ts'
import { goesWithNext } from './unique-form.ts'
import type { FindForm, Seen } from '../online-form.ts'
import { findCreated, findRecreated, isPartitioned } from '../online-form.ts'
import { partitionForm } from './partition-form.ts'
import { withoutWork } from '../told-risks.ts'

/** An index of rows that are in use is built concurrently. */
export const indexForm: FindForm = (statement, seen) => {
  const index = findCreated(statement, 'index', seen)
  if (index === undefined || statement.action.kind !== 'define') return undefined
  const plain = whyPlain(index, seen)
  if (plain !== undefined) return { plain }
  if (isPartitioned(index.parent, seen)) return partitionForm(statement, index, seen)
  const build = { ...withoutWork(statement), concurrently: true as const }
  const phase = takesNameOfKey(index, seen) ? 'rebuild' : 'build'
  return { now: [], files: [{ phase, statements: [build], outside: true }] }
}

function whyPlain(index: CatalogObject, seen: Seen): string | undefined {
  if (seen.dropped.has(index.id)) return recreated
  if (attachedTo(index) !== null) return 'it is attached to that of its partitioned table'
  const needing = findRecreated(index.id, seen)
  if (needing !== undefined) return `${needing} needs it, and is recreated in the same plan`
  const isHeld = seen.context.online === 'files' && seen.dropped.has(constraintOf(index))
  return isHeld && !takesNameOfKey(index, seen) ? 'a constraint has its name until then' : undefined
}

/** A primary key has the name until the next one is there. */
function takesNameOfKey(index: CatalogObject, seen: Seen): boolean {
  const key = constraintOf(index)
  const old = seen.context.from.objects.get(key)
  return seen.dropped.has(key) && old !== undefined && goesWithNext(old, seen)
}

/** The constraint that has the name of an index. */
function constraintOf(index: CatalogObject): ObjectId {
  return childId('constraint', index.parent ?? index.id, ownNameOf(index))
}

const recreated =
  'it is recreated under its name, and until it is built there would be none. Give the new one another name'
