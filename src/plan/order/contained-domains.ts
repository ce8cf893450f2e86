import { flagOf } from '../../model/attribute.ts'
import type { CatalogObject, Dependency } from '../../model/catalog.ts'
import { childrenOf, objectsOfKind } from '../../model/catalog.ts'
import type { Edge } from '../../model/graph.ts'
import type { ImpliedByParent } from '../decide/implied-by-parent.ts'
import type { Context } from '../rule.ts'
import { holdersInside } from '../rules/domain-use.ts'
import { stepId } from './change-step.ts'

/** That one step comes before another because of a column that holds values of a domain inside others. */
export interface HolderEdge extends Edge {
  readonly state: 'old' | 'new'
  readonly need: Dependency
}

/**
 * A domain gets checks, and NOT NULL, while no column holds its values inside those of another type: after the columns
 * that do so are gone, and before others come (ALTER DOMAIN, get_rels_with_domain).
 */
export function domainEdges(implied: ImpliedByParent): HolderEdge[] {
  const { context } = implied
  return objectsOfKind(context.to, 'domain').flatMap((domain) =>
    limitsOf(domain, context).flatMap((limit) => edgesOfLimit(domain, limit, implied)),
  )
}

/** The steps by which a domain allows fewer values. */
function limitsOf(domain: CatalogObject, { from, to }: Context): string[] {
  const before = from.objects.get(domain.id)
  if (before === undefined) return []
  const isRequired = !flagOf(before, 'notNull') && flagOf(domain, 'notNull')
  return [
    ...(isRequired ? [stepId('change', domain.id)] : []),
    ...childrenOf(to, domain.id).map((check) => stepId('make', check.id)),
  ]
}

function edgesOfLimit(
  { id: needed }: CatalogObject,
  limit: string,
  { context: { from, to }, whoDrops, whoMakes }: ImpliedByParent,
): HolderEdge[] {
  return [
    ...holdersInside(needed, from).flatMap((dependent) =>
      [stepId('drop', whoDrops(dependent)), stepId('change', dependent)].map((before) => ({
        before,
        after: limit,
        state: 'old' as const,
        need: { dependent, needed },
      })),
    ),
    ...holdersInside(needed, to).flatMap((dependent) =>
      [stepId('make', whoMakes(dependent)), stepId('change', dependent)].map((after) => ({
        before: limit,
        after,
        state: 'new' as const,
        need: { dependent, needed },
      })),
    ),
  ]
}
