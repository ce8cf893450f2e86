import { textOf } from '../../model/attribute.ts'
import type { Catalog, Dependency, ObjectId } from '../../model/catalog.ts'
import { objectsOfKind } from '../../model/catalog.ts'
import { neededBy } from '../../model/needs.ts'
import type { Context } from '../rule.ts'

/** A foreign key that stays, between two tables that both become unlogged, or both logged. */
export interface PersistenceLink {
  readonly key: ObjectId
  readonly user: ObjectId
  readonly used: ObjectId
}

/** Finds them, in order. */
export function findLinks({ from, to }: Context): PersistenceLink[] {
  return objectsOfKind(from, 'constraint').flatMap(({ id, parent, attributes }) => {
    const isKept = attributes['type'] === 'foreign' && to.objects.has(id)
    if (!isKept || parent === null || !changesTo(parent, { from, to })) return []
    return referredTo(id, from)
      .filter((table) => table !== parent && changesTo(table, { from, to }) !== undefined)
      .map((used) => ({ key: id, user: parent, used }))
  })
}

/** The foreign keys without which each table can change before, or after, the one that it refers to. */
export function findCycleKeys(links: readonly PersistenceLink[]): ReadonlySet<ObjectId> {
  const kept: PersistenceLink[] = []
  const closing = new Set<ObjectId>()
  for (const link of links)
    if (leads(kept, link.used, link.user)) closing.add(link.key)
    else kept.push(link)
  return closing
}

/**
 * Adds that no logged table may refer to an unlogged one: a table becomes unlogged before those that it refers to, and
 * logged after them (ATPrepChangePersistence).
 */
export function withPersistenceOrder(context: Context, links: readonly PersistenceLink[]): Context {
  const needsOf = (persistence: string): Dependency[] =>
    links
      .filter(({ user }) => changesTo(user, context) === persistence)
      .map(({ user, used }) => ({ dependent: user, needed: used }))
  return {
    ...context,
    from: withNeeds(context.from, [...needsOf('unlogged'), ...keyNeeds(context)]),
    to: withNeeds(context.to, needsOf('permanent')),
  }
}

/** A foreign key that goes does so before the table that it refers to becomes unlogged. */
function keyNeeds({ from, to }: Context): Dependency[] {
  return objectsOfKind(from, 'constraint')
    .filter(({ attributes }) => attributes['type'] === 'foreign')
    .flatMap(({ id }) =>
      referredTo(id, from)
        .filter((table) => changesTo(table, { from, to }) === 'unlogged')
        .map((needed) => ({ dependent: id, needed })),
    )
}

/** The tables of the columns of a foreign key. */
function referredTo(key: ObjectId, catalog: Catalog): ObjectId[] {
  const needed = neededBy(catalog, key)
  return [...new Set(needed.flatMap((id) => catalog.objects.get(id)?.parent ?? []))]
}

function withNeeds(catalog: Catalog, needs: readonly Dependency[]): Catalog {
  if (needs.length === 0) return catalog
  return { ...catalog, dependencies: [...catalog.dependencies, ...needs] }
}

/** What a table becomes; undefined where it stays as it is. */
function changesTo(
  table: ObjectId,
  { from, to }: Pick<Context, 'from' | 'to'>,
): string | undefined {
  const [before, after] = [from.objects.get(table), to.objects.get(table)]
  if (before === undefined || after === undefined) return undefined
  const persistence = textOf(after, 'persistence') ?? undefined
  return persistence === (textOf(before, 'persistence') ?? undefined) ? undefined : persistence
}

/** Whether foreign keys lead from a table to another one. */
function leads(links: readonly PersistenceLink[], from: ObjectId, to: ObjectId): boolean {
  const reached = new Set([from])
  for (const table of reached)
    for (const { user, used } of links) if (user === table) reached.add(used)
  return reached.has(to)
}
