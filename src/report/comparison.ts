import type { Comparison, Difference, FieldDifference } from '../proof/compare.ts'
import type { Paint } from './paint.ts'

/** What the two sides of a comparison are called. */
export interface Sides {
  readonly left: string
  readonly right: string
}

/** What differs between two databases, object by object. */
export function renderComparison(comparison: Comparison, sides: Sides, paint: Paint): string {
  return [
    ...comparison.differences.map((difference) => renderDifference(difference, sides, paint)),
    ...comparison.columnOrder.map((name) =>
      paint.dim(`  ${name}: the same columns in another order`),
    ),
    ...comparison.unreadable.map((name) =>
      paint.notice(`  ${name}: may not be read, so nothing is said of it`),
    ),
  ].join('\n')
}

function renderDifference(
  { object, catalog, kind, fields }: Difference,
  sides: Sides,
  paint: Paint,
): string {
  if (kind === 'only left') return paint.bad(`  only in the ${sides.left}: ${object} (${catalog})`)
  if (kind === 'only right')
    return paint.bad(`  only in the ${sides.right}: ${object} (${catalog})`)
  const told = fields.map((field) => renderField(field, sides))
  return paint.notice(`  ${object} (${catalog})\n${told.join('\n')}`)
}

function renderField({ name, left, right }: FieldDifference, sides: Sides): string {
  return `    ${name}: ${sides.left}: ${left ?? '-'}\n    ${' '.repeat(name.length)}  ${sides.right}: ${right ?? '-'}`
}
