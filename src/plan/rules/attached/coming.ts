import { idAt, attachedTo } from '../../../model/object-id.ts'
import type { CatalogObject, ObjectId } from '../../../model/catalog.ts'
import { childrenOf } from '../../../model/catalog.ts'
import { unquoteName } from '../../../model/qualified-name.ts'
import { keepsOwnNotNull } from '../column-not-null.ts'
import { nameInSchema, ownNameOf } from '../facets/name.ts'
import type { Context } from '../../rule.ts'
import {
  hasIndex,
  isIncomplete,
  isKept,
  moves,
  partAttachedTo,
  partitionsOf,
  shapeOf,
  staysDefined,
} from './partitions.ts'
import { isNamedKey } from './named-keys.ts'
import { usualNameOf } from './usual-name.ts'

/**
 * How a part of a table that follows one of a parent table comes. `with its parent`: PostgreSQL makes it, or takes over
 * what is there. `with its table`: that is created or attached when the parent's part is there. `apart`: by statements
 * about it.
 */
export type Coming = 'with its parent' | 'with its table' | 'apart'

/** Finds it. The part is one of the second state. */
export function comingOf(part: CatalogObject, context: Context): Coming {
  const parent = context.to.objects.get(attachedTo(part) ?? '')
  if (parent === undefined) return 'apart'
  if (comesUnder(part.parent, context) && standsBefore(parent, context)) return 'with its table'
  if (!hasIndex(part)) return 'with its parent'
  return isMade(parent, part, context) && handsDown(parent, context) ? 'with its parent' : 'apart'
}

/** Whether a table is created or attached below another one. */
function comesUnder(table: ObjectId | null, context: Context): boolean {
  return !isKept(table, context) || moves(table, context)
}

/** Whether a part of a partitioned table is there when partitions are created and attached. */
function standsBefore(part: CatalogObject, context: Context): boolean {
  if (isKept(part.parent, context)) return staysDefined(part, context)
  const above = context.to.objects.get(attachedTo(part) ?? '')
  if (above !== undefined) return standsBefore(above, context)
  return part.kind === 'constraint' && comesInline(part)
}

/** Whether a constraint comes with CREATE TABLE: foreign keys wait for other tables, and some keys for partitions. */
export function comesInline(constraint: CatalogObject): boolean {
  return (
    constraint.attributes['type'] !== 'foreign' &&
    !isIncomplete(constraint) &&
    attachedTo(constraint) === null
  )
}

/** Whether a part is created by the plan, and this partition's with it. */
function isMade(parent: CatalogObject, part: CatalogObject, context: Context): boolean {
  if (!staysDefined(parent, context)) return true
  const before = context.from.objects.get(part.id)
  return before !== undefined && attachedTo(before) === parent.id
}

/**
 * Whether an index or a key of a partitioned table is created for all partitions at once: each then has what the second
 * state says, by the name that PostgreSQL chooses or by the index that is there. Else each has separate statements.
 */
export function handsDown(part: CatalogObject, context: Context): boolean {
  const above = context.to.objects.get(attachedTo(part) ?? '')
  if (above !== undefined && comingOf(part, context) === 'with its parent')
    return handsDown(above, context)
  if (isIncomplete(part)) return false
  const stays = staysDefined(part, context)
  return partitionsOf(context.to, part.parent).every((partition) => {
    const own = partAttachedTo(partition, part.id, context.to)
    if (own === undefined) return false
    if (stays && !isAttachedBefore(own, part.id, context)) return false
    return comesRight(own, part.id, context)
  })
}

function isAttachedBefore(own: CatalogObject, part: ObjectId, { from }: Context): boolean {
  const before = from.objects.get(own.id)
  return before !== undefined && attachedTo(before) === part
}

/** Whether PostgreSQL makes or takes over this one, and no other. */
function comesRight(own: CatalogObject, part: ObjectId, context: Context): boolean {
  const { from, to } = context
  if (rivalsOf(own, part, context).length > 0) return false
  const before = from.objects.get(own.id)
  if (before !== undefined && attachedTo(before) === null && staysDefined(own, context)) return true
  return (
    hasUsualName(own, context) &&
    partitionsOf(to, own.parent).every((partition) => {
      const below = partAttachedTo(partition, own.id, to)
      return below !== undefined && comesRight(below, own.id, context)
    })
  )
}

/** The others of its table that PostgreSQL would take in its place. */
function rivalsOf(own: CatalogObject, part: ObjectId, { from, to }: Context): CatalogObject[] {
  return [from, to]
    .flatMap((catalog) => childrenOf(catalog, own.parent))
    .filter(
      (other) =>
        hasIndex(other) &&
        other.id !== own.id &&
        attachedTo(other) !== part &&
        attachedTo(from.objects.get(other.id) ?? other) === null &&
        // One of a constraint takes over those of constraints alone.
        (own.kind === 'index' || other.kind === own.kind) &&
        shapeOf(other) === shapeOf(own),
    )
}

/** Whether the name is the one that PostgreSQL gives, and free. */
function hasUsualName(part: CatalogObject, { from }: Context): boolean {
  const name = unquoteName(ownNameOf(part))
  return name === usualNameOf(part) && !isTaken(part, from)
}

function isTaken(part: CatalogObject, from: Context['from']): boolean {
  const taken = takenNames(from).get(nameInSchema(part))
  return taken !== undefined && taken !== part.id
}

/** The names of indexes and keys by schema, and whose they are. */
function takenNames(catalog: Context['from']): ReadonlyMap<string, ObjectId> {
  const found =
    known.get(catalog) ??
    new Map(
      [...catalog.objects.values()]
        .filter(({ kind }) => kind === 'index' || kind === 'constraint')
        .map((each) => [nameInSchema(each), each.id]),
    )
  known.set(catalog, found)
  return found
}

/** Gathered once a catalog, which never changes. */
const known = new WeakMap<Context['from'], ReadonlyMap<string, ObjectId>>()

/** The parts of a table that follow its partitioned table and come with it, as it is created or attached. */
export function partsThatComeWith(table: CatalogObject, context: Context): CatalogObject[] {
  return childrenOf(context.to, table.id).filter(
    (part) => idAt(part, 'attachedTo') !== null && comingOf(part, context) === 'with its table',
  )
}

/**
 * Whether a partition is created as a table and attached then. A name of an index, a key or a NOT NULL that PostgreSQL
 * would not choose is said in no other way.
 */
export function isCreatedApart(table: CatalogObject, context: Context): boolean {
  return (
    partsThatComeWith(table, context).some(
      (part) => isNamedKey(part, context) || (hasIndex(part) && !hasUsualName(part, context)),
    ) || childrenOf(context.to, table.id).some((column) => keepsOwnNotNull(column, context.to))
  )
}

/** Whether a part is created before its table is attached, so that it is as it says itself. */
export function isCreatedBefore(part: CatalogObject, context: Context): boolean {
  const table = context.to.objects.get(part.parent ?? '')
  if (table === undefined || comingOf(part, context) !== 'with its table') return false
  return isKept(table.id, context) || isCreatedApart(table, context)
}
