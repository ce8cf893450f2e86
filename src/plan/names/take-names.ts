import type { Catalog, CatalogObject, ObjectId } from '../../model/catalog.ts'
import { childId } from '../../model/object-id.ts'
import type { UnwrittenPlan } from '../plan.ts'
import { ownNameOf } from '../rules/facets/name.ts'
import type { Context } from '../rule.ts'
import { partsOf } from '../statement.ts'
import { adoptIndexes, findAdopted } from './adopted-indexes.ts'
import { findFollowers } from './followers.ts'
import { findFreeNames } from './free-names.ts'
import { nameObject } from './names.ts'
import { orderRenames } from './order-renames.ts'
import type { WantedRename } from './order-renames.ts'
import { renameStatement, tellRename } from './rename-statement.ts'
import { renameInCatalog } from './renamed-catalog.ts'
import type { NewNames } from './renamed-catalog.ts'
import { findSameButName } from './same-but-name.ts'
import type { SameButName } from './same-but-name.ts'

/** A plan, and the states that it leads between after the renames that it begins with. */
export interface Renamed {
  readonly plan: UnwrittenPlan
  readonly context: Context
}

/**
 * Plans with keys, checks and indexes renamed of which only the names differ. What the rest of the plan drops all the
 * same is not renamed before.
 */
export function planWithNames(
  context: Context,
  plan: (context: Context) => UnwrittenPlan,
  except: ReadonlySet<ObjectId> = new Set(),
): Renamed {
  const { names, ...renamed } = withNames(context, except)
  const planned = plan(renamed.context)
  if (names.size === 0) return { plan: planned, context }
  const dropped = new Set(
    planned.segments
      .flatMap(({ statements }) => partsOf(statements))
      .flatMap(({ verb, object }) => (verb === 'drop' ? [object] : [])),
  )
  const vain = [...names.values()].filter((id) =>
    [id, renamed.context.from.objects.get(id)?.parent].some((each) => dropped.has(each ?? id)),
  )
  return vain.length === 0
    ? { plan: planned, context: renamed.context }
    : planWithNames(context, plan, new Set([...except, ...vain]))
}

/** Indexes that become keys first, then the names. */
function withNames(context: Context, except: ReadonlySet<ObjectId>): Taken {
  const pairs = findAdopted(context, except)
  const taken = takeNames(adoptIndexes(context, pairs), except)
  return {
    ...taken,
    names: new Map([...pairs.map(({ old, to }) => [old.id, to.id] as const), ...taken.names]),
  }
}

interface Taken {
  readonly context: Context
  readonly names: NewNames
}

/** Renames those of a table before those of its partitions, which follow them. */
function takeNames(context: Context, except: ReadonlySet<ObjectId>): Taken {
  const pairs = withFreeNames(findSameButName(context, except), context.from)
  if (pairs.length === 0) return { context, names: new Map() }
  const names = namesOf(pairs, context.from)
  const from = renameInCatalog(context.from, names)
  const renames = orderRenames(pairs.map((pair) => toWanted(pair, context))).map((rename) => ({
    ...renameStatement(rename),
    tells: tellRename(rename),
  }))
  const next = { ...context, from, renames: [...(context.renames ?? []), ...renames] }
  const rest = takeNames(next, except)
  return { ...rest, names: new Map([...names, ...rest.names]) }
}

/** A name that something else has is free only later. Without such a rename others may keep their names. */
function withFreeNames(pairs: readonly SameButName[], from: Catalog): readonly SameButName[] {
  if (pairs.length === 0) return pairs
  const names = namesOf(pairs, from)
  const isFree = findFreeNames(from, names)
  const free = pairs.filter(({ old, to }) =>
    [old, ...(findFollowers(old, from) ?? [])].every((each) => isFree(each, to)),
  )
  return free.length === pairs.length ? pairs : withFreeNames(free, from)
}

function namesOf(pairs: readonly SameButName[], from: Catalog): NewNames {
  const all = pairs.flatMap(({ old, to }) =>
    [old, ...(findFollowers(old, from) ?? [])].map(
      (each) => [each.id, renamedId(each, to)] as const,
    ),
  )
  return new Map(all)
}

function renamedId({ kind, parent }: CatalogObject, to: CatalogObject): ObjectId {
  return parent === null ? to.id : childId(kind, parent, ownNameOf(to))
}

function toWanted({ old, to }: SameButName, context: Context): WantedRename {
  const [before, after] = [nameObject(old, context.from), nameObject(to, context.to)]
  return { to: after, old: before, oldNames: before.names, newNames: after.names, place: '' }
}
