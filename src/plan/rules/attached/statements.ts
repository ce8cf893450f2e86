import { textOf } from '../../../model/attribute.ts'
import type { CatalogObject } from '../../../model/catalog.ts'
import type { Altered } from '../../../model/compare-catalogs.ts'
import { attachedTo } from '../../../model/object-id.ts'
import { schemaNameOf } from '../../../model/qualified-name.ts'
import { alter } from '../../action.ts'
import { ownNameOf, parentNameOf } from '../facets/name.ts'
import type { Context } from '../../rule.ts'
import { statement } from '../../statement.ts'
import type { Statement } from '../../statement.ts'
import { comingOf } from './coming.ts'
import { moves } from './partitions.ts'

/** Attaches the index of a partition to that of its partitioned table. */
export function attachIndex(part: CatalogObject, { to }: Context): Statement[] {
  const parent = to.objects.get(attachedTo(part) ?? '')
  if (parent === undefined) return []
  return [
    statement(
      { verb: 'alter', object: part.id },
      alter(`index ${indexNameOf(parent)}`, `attach partition ${indexNameOf(part)}`),
      { attribute: 'attachedTo' },
    ),
  ]
}

/** What a part does when another part than before, or none, is above it. */
export function alterAttachment(
  { from, to, attributes }: Altered,
  context: Context,
): Statement[] | 'replace' {
  if (!attributes.includes('attachedTo')) return []
  if (moves(to.parent, context)) return []
  // Only with the one above it does an index let go of it, and then it goes.
  if (attachedTo(from) !== null) return 'replace'
  return comingOf(to, context) === 'apart' ? attachIndex(to, context) : []
}

/** The qualified name of an index, or of the one that holds a constraint up. */
function indexNameOf(part: CatalogObject): string {
  return `${schemaNameOf(parentNameOf(part))}.${textOf(part, 'index') ?? ownNameOf(part)}`
}
