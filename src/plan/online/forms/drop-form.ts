import type { CatalogObject, ObjectId } from '../../../model/catalog.ts'
import { dependentsOf, neededBy } from '../../../model/needs.ts'
import { factsOf } from '../../../model/kind.ts'
import { lastNameOf } from '../../../model/object-id.ts'
import { ownNameOf } from '../../rules/facets/name.ts'
import type { Statement } from '../../statement.ts'
import { dropsNotNull } from './not-null-form.ts'
import { isInUse, isPartitioned } from '../online-form.ts'
import type { FindForm, OnlineForm, Phase, Seen } from '../online-form.ts'
import { withoutWork } from '../told-risks.ts'
import { goesWithNext, hasNextKey, isTaken } from './unique-form.ts'

/**
 * What goes for good from rows that are in use goes in a file apart, since its down file builds and checks it again. It
 * goes when what comes is there, unless something that it needs changes: then first.
 */
export const dropForm: FindForm = (given, seen) => {
  const object = seen.context.from.objects.get(given.object)
  if (object === undefined || !isInUse(object.parent, seen) || !isForGood(given, object, seen))
    return undefined
  if (given.verb !== 'drop') return goApart(given, seen)
  return object.kind === 'index'
    ? dropIndex(given, object, seen)
    : dropConstraint(given, object, seen)
}

function dropConstraint(
  given: Statement,
  object: CatalogObject,
  seen: Seen,
): OnlineForm | undefined {
  if (!hasNextKey(object, seen)) return goApart(given, seen)
  return goesWithNext(object, seen) ? { now: [], files: [] } : undefined
}

/** One file has all of it: nothing has to be apart to be undone online. */
function goApart(given: Statement, seen: Seen): OnlineForm | undefined {
  if (seen.context.online === 'one file') return undefined
  const phase = phaseOf(given, seen)
  return phase === 'now' ? undefined : { now: [], files: [{ phase, statements: [given] }] }
}

function isForGood(given: Statement, object: CatalogObject, seen: Seen): boolean {
  if (dropsNotNull(given)) return object.kind === 'column' && !seen.created.has(object.id)
  return (
    given.verb === 'drop' &&
    !seen.created.has(object.id) &&
    (object.kind === 'index' || object.kind === 'constraint')
  )
}

function dropIndex(
  given: Statement,
  index: CatalogObject,
  seen: Seen,
): OnlineForm | { readonly plain: string } {
  if (isTaken(index, seen)) return { now: [], files: [] }
  if (isPartitioned(index.parent, seen))
    return { plain: 'PostgreSQL drops no index of a partitioned table concurrently' }
  const phase = phaseOf(given, seen)
  if (phase === 'now')
    return {
      plain:
        'another object of the plan needs its name, or needs it, or replicas tell rows apart by it',
    }
  const statement = { ...withoutWork(given), concurrently: true as const }
  return { now: [], files: [{ phase, statements: [statement], outside: true }] }
}

function phaseOf({ object, verb }: Statement, seen: Seen): Phase {
  const { from } = seen.context
  // What a table is does not change with its parts; but it may go.
  const isChanged = (id: ObjectId): boolean =>
    seen.statements.some(
      (each) =>
        each.object === id &&
        (from.objects.get(id)?.kind === 'table' ? each.verb === 'drop' : each.verb !== 'comment'),
    )
  if (verb === 'drop' && (isNameTaken(object, seen) || isReferredTo(object, seen))) return 'now'
  if (!needsOf(object, seen).some(isChanged)) return 'drop'
  const users = withTables(dependentsOf(from, object), seen)
  const isAwaited = users.some(isChanged) || isReplicaIdentity(object, seen)
  return isAwaited ? 'now' : 'early'
}

/** Whether a table tells its rows apart by an index for replicas: it has to let go of it first. */
function isReplicaIdentity(gone: ObjectId, { context: { from } }: Seen): boolean {
  const object = from.objects.get(gone)
  const table = from.objects.get(object?.parent ?? '')
  return (
    object !== undefined &&
    table?.attributes['replicaIdentity'] === `using index ${ownNameOf(object)}`
  )
}

/** What an object needs, and the tables of that. */
function needsOf(object: ObjectId, seen: Seen): ObjectId[] {
  return withTables(neededBy(seen.context.from, object), seen)
}

function withTables(ids: readonly ObjectId[], { context: { from } }: Seen): ObjectId[] {
  return [...ids, ...ids.flatMap((id) => from.objects.get(id)?.parent ?? [])]
}

/** Whether a foreign key comes to the table: it may take this index, of all that have its columns. */
function isReferredTo(gone: ObjectId, { created, context: { from, to } }: Seen): boolean {
  const table = from.objects.get(gone)?.parent ?? null
  return [...created].some(
    (id) =>
      to.objects.get(id)?.attributes['type'] === 'foreign' &&
      neededBy(to, id).some((needed) => to.objects.get(needed)?.parent === table),
  )
}

/** Whether what comes has the name of an index or a constraint that goes. */
function isNameTaken(gone: ObjectId, { created, context }: Seen): boolean {
  const name = lastNameOf(gone)
  const schema = context.from.objects.get(gone)?.schema
  return [...created].some((id) => {
    const object = context.to.objects.get(id)
    if (object === undefined || object.schema !== schema || lastNameOf(id) !== name) return false
    const { kind } = object
    return kind === 'index' || kind === 'constraint' || factsOf(kind).isRelation === true
  })
}
