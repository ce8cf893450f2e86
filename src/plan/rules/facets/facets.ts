import type { CatalogObject } from '../../../model/catalog.ts'
import type { Altered } from '../../../model/compare-catalogs.ts'
import type { Context } from '../../rule.ts'
import type { Statement } from '../../statement.ts'
import { createComment, writeComment } from './comment.ts'
import { alterOwner } from './owner.ts'
import { createDependentRights } from './as-grantor.ts'
import { createOwnRights } from './own-rights.ts'
import { alterRights, concernsMaker, createRights, revokeFromNewOwner } from './rights.ts'

/**
 * What most kinds have: comment, rights, owner. Made after the object itself, which belongs to whoever makes it; it
 * is handed over last, since only its owner may say the rest. But what whoever makes it had been given would be
 * handed over too: such rights are said when it is somebody else's.
 */
export function createFacets(object: CatalogObject, context: Context): Statement[] {
  const owner = object.attributes['owner'] ?? context.to.role
  const handed = owner === context.to.role ? [] : [alterOwner(object)]
  const rights = createRights(object, context)
  const isOfMaker = handed.length > 0 && concernsMaker(object, context)
  return [
    ...createComment(object),
    ...(isOfMaker ? [...handed, ...rights] : [...rights, ...handed]),
    ...createOwnRights(object, context),
    ...createDependentRights(object, context),
  ]
}

/** The facets among what differs. */
export function alterFacets({ from, to, attributes }: Altered, context: Context): Statement[] {
  return attributes.flatMap((name): Statement[] => {
    if (name === 'owner') return [...revokeFromNewOwner(from, to, context), alterOwner(to)]
    if (name === 'comment') return [writeComment(to)]
    return name === 'rights' ? alterRights(from, to, context) : []
  })
}

/** The differences besides the facets. */
export function withoutFacets({ attributes }: Altered): string[] {
  return attributes.filter((name) => !['owner', 'comment', 'rights'].includes(name))
}
