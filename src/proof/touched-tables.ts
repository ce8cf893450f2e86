import type { Catalog, CatalogObject, ObjectId } from '../model/catalog.ts'
import { hazardsOf } from '../plan/hazards/hazard.ts'
import type { Plan } from '../plan/plan.ts'
import { partsOf } from '../plan/statement.ts'

/**
 * The tables whose rows a plan may change, of a catalog, ordered: those that its statements are about, or about a
 * part of, or about what a column uses.
 */
export function touchedTables(catalog: Catalog, plans: readonly Plan[]): ObjectId[] {
  const objects = new Set(
    plans
      .flatMap(({ segments }) =>
        segments.flatMap(({ statements }) =>
          partsOf(statements).filter(({ verb }) => isStructural(verb)),
        ),
      )
      .map(({ object }) => object),
  )
  const users = catalog.dependencies
    .filter(({ needed }) => objects.has(needed))
    .map(({ dependent }) => dependent)
    .filter((id) => catalog.objects.get(id)?.kind === 'column')
  const roots = [...objects, ...users].flatMap((id) => rootOf(catalog.objects.get(id), catalog))
  return [...new Set(roots)].toSorted()
}

/** What plans declare lost: the objects of statements that may lose rows or values. */
export function lostBy(plans: readonly Plan[]): ReadonlySet<ObjectId> {
  return new Set(
    plans.flatMap(({ segments }) =>
      segments.flatMap(({ statements }) =>
        partsOf(statements)
          .filter(({ risks }) => hazardsOf(risks).includes('data_loss'))
          .map(({ object }) => object),
      ),
    ),
  )
}

function isStructural(verb: string): boolean {
  return verb === 'create' || verb === 'alter' || verb === 'drop' || verb === 'rename'
}

function rootOf(object: CatalogObject | undefined, catalog: Catalog): ObjectId[] {
  if (object === undefined) return []
  if (object.kind === 'table') return [object.id]
  return object.parent === null ? [] : rootOf(catalog.objects.get(object.parent), catalog)
}
