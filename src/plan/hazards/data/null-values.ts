import type { CatalogObject } from '../../../model/catalog.ts'
import { isSameValue } from '../../../model/compare-catalogs.ts'
import { childrenOf } from '../../../model/catalog.ts'
import { flagOf, textIn, textOf } from '../../../model/attribute.ts'
import { childId } from '../../../model/object-id.ts'
import { ownNameOf } from '../../rules/facets/name.ts'
import { inheritedFrom } from '../../rules/inheritance.ts'
import type { ObjectStep } from '../object-step.ts'

/** Whether rows that are there would have no value for a column that must have one. */
export function lacksValue(column: CatalogObject): boolean {
  const hasValue =
    textOf(column, 'default') !== null || (column.attributes['identity'] ?? null) !== null
  return isNotNull(column) && !hasValue
}

/**
 * Whether setting NOT NULL reads the rows of a table, that of the column or one behind it: not where it is set already
 * or a valid check proves it (manual, ALTER TABLE). A check that goes, goes behind.
 */
export function checksNotNull(step: ObjectStep, relation: CatalogObject): boolean {
  if (!becomesNotNull(step) && !isSetAgain(step)) return false
  return !isSetThere(step, relation) && !isProvedNotNull(step)
}

/** NOT NULL that a column has from a parent table goes with that one's. */
function isSetAgain({ before, after, from, to }: ObjectStep): boolean {
  if (before === undefined || after === undefined || !isNotNull(after)) return false
  const above = inheritedFrom(before, from)
  const next = above && to.objects.get(above.id)
  return (
    above !== undefined &&
    next !== undefined &&
    flagOf(above, 'notNull') &&
    !flagOf(next, 'notNull')
  )
}

/**
 * Whether a table behind that of the column has NOT NULL by then. Since 18 what is to be that table's own is set first,
 * and what is not is dropped (src/plan/rules/heirs-not-null.ts).
 */
function isSetThere({ after, from, to }: ObjectStep, { id }: CatalogObject): boolean {
  if (after === undefined || after.parent === id) return false
  const own = childId('column', id, ownNameOf(after))
  const [old, fresh] = [from.objects.get(own), to.objects.get(own)]
  if (old === undefined || fresh === undefined) return false
  return to.serverVersion < 180_000 ? isNotNull(old) : flagOf(fresh, 'notNullOwn')
}

/** Whether rows may refuse NOT NULL: not where a check has refused them until now. */
export function mayHoldNulls(step: ObjectStep): boolean {
  return becomesNotNull(step) && !isProvedNotNull(step)
}

function becomesNotNull({ before, after }: ObjectStep): boolean {
  if (after === undefined || !isNotNull(after)) return false
  return before === undefined || !flagOf(before, 'notNull')
}

/** Whether a valid check lets no null in. One that goes is dropped behind (src/plan/order/place/after-proved.ts). */
function isProvedNotNull({ after, from }: ObjectStep): boolean {
  if (after === undefined) return false
  return childrenOf(from, after.parent).some(
    (child) =>
      child.kind === 'constraint' &&
      flagOf(child, 'validated') &&
      textIn(child, 'definition') === proofOf(after),
  )
}

/** Whether a check says of a column what NOT NULL has said until now. */
export function isHeldByColumn(check: CatalogObject, { from, to }: ObjectStep): boolean {
  return childrenOf(from, check.parent).some(
    (column) =>
      column.kind === 'column' &&
      textIn(check, 'definition') === proofOf(column) &&
      isNotNull(column) &&
      isSameValue(column.attributes['type'], to.objects.get(column.id)?.attributes['type']),
  )
}

/** What the check says that PostgreSQL takes for a proof. */
function proofOf(column: CatalogObject): string {
  return `CHECK ((${ownNameOf(column)} IS NOT NULL))`
}

function isNotNull(column: CatalogObject): boolean {
  return flagOf(column, 'notNull') && column.attributes['notNullValidated'] !== false
}
