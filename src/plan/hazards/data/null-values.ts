import type { Catalog, CatalogObject } from '../../../model/catalog.ts'
import { childrenOf } from '../../../model/catalog.ts'
import { flagOf, textIn, textOf } from '../../../model/attribute.ts'
import { ownNameOf } from '../../rules/facets/name.ts'
import type { ObjectStep } from '../object-step.ts'

/** Whether rows that are there would have no value for a column that must have one. */
export function lacksValue(column: CatalogObject): boolean {
  const hasValue =
    textOf(column, 'default') !== null || (column.attributes['identity'] ?? null) !== null
  return isNotNull(column) && !hasValue
}

/**
 * Whether setting NOT NULL reads the rows: not where a valid check proves it (manual, ALTER TABLE). A check that
 * goes, goes first.
 */
export function checksNotNull(step: ObjectStep): boolean {
  return becomesNotNull(step) && !isProvedNotNull(step, [step.from, step.to])
}

/** Whether rows may refuse NOT NULL: not where a check has refused them until now. */
export function mayHoldNulls(step: ObjectStep): boolean {
  return becomesNotNull(step) && !isProvedNotNull(step, [step.from])
}

function becomesNotNull({ before, after }: ObjectStep): boolean {
  if (after === undefined || !isNotNull(after)) return false
  return before === undefined || !flagOf(before, 'notNull')
}

/** Whether each of the catalogs has a valid check that lets no null in. */
function isProvedNotNull({ after }: ObjectStep, catalogs: readonly Catalog[]): boolean {
  if (after === undefined) return false
  const proof = `CHECK ((${ownNameOf(after)} IS NOT NULL))`
  return catalogs.every((catalog) =>
    childrenOf(catalog, after.parent).some(
      (child) =>
        child.kind === 'constraint' &&
        flagOf(child, 'validated') &&
        textIn(child, 'definition') === proof,
    ),
  )
}

function isNotNull(column: CatalogObject): boolean {
  return flagOf(column, 'notNull') && column.attributes['notNullValidated'] !== false
}
