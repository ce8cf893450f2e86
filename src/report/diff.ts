import type { DiffResult, ObjectDifference } from '../commands/diff.ts'
import type { Value } from '../model/catalog.ts'
import type { Paint } from './paint.ts'
import { countOf } from './table.ts'

/** How the schema files differ from the migrations: `+` what they add, `-` what they leave out, `~` what is other. */
export function renderDiff(result: DiffResult, paint: Paint): string {
  const { equal, differences, unread } = result
  const ordered = result.columnOrder.map((name) =>
    paint.dim(`  ${name}: the same columns in another order`),
  )
  if (equal)
    return [
      ...ordered,
      paint.good(
        ordered.length === 0
          ? 'The migrations make exactly what the schema files say.'
          : 'The migrations make what the schema files say; only the order of columns differs.',
      ),
    ].join('\n')
  return [
    ...ordered,
    ...differences.map((difference) => renderObject(difference, paint)),
    ...unread.map(({ object, what }) => `${paint.notice('~')} ${object}\n    ${what}`),
    paint.bad(
      `${countOf(differences.length + unread.length, 'difference')}: the migrations do not make what the schema files say. See what it takes: npm run plan`,
    ),
  ].join('\n')
}

function renderObject({ object, kind, attributes }: ObjectDifference, paint: Paint): string {
  if (kind === 'added') return `${paint.good('+')} ${object}`
  if (kind === 'removed') return `${paint.bad('-')} ${object}`
  const lines = attributes.map(
    ({ name, from, to }) => `    ${name}: ${showValue(from)} → ${showValue(to)}`,
  )
  return [`${paint.notice('~')} ${object}`, ...lines].join('\n')
}

/** A value on one line; a long text is named by what it is. */
function showValue(value: Value): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 120 || text.includes('\n') ? `(${countOf(text.length, 'character')})` : text
}
