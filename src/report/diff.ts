import { idInWords } from '../model/object-id.ts'
import type { DiffResult, ObjectDifference } from '../commands/diff.ts'
import { showTwo } from '../model/two-values.ts'
import type { Paint } from './paint.ts'
import { countOf } from './text-table.ts'

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
    ...unread.map((each) => renderUnread(each, paint)),
    paint.bad(
      `${countOf(differences.length + unread.length, 'difference')}: the migrations do not make what the schema files say. Plan them: npm run plan`,
    ),
  ].join('\n')
}

function renderObject({ object, kind, attributes }: ObjectDifference, paint: Paint): string {
  if (kind === 'added') return `${paint.good('+')} ${idInWords(object)}`
  if (kind === 'removed') return `${paint.bad('-')} ${idInWords(object)}`
  const lines = attributes.map(
    ({ name, from, to }) => `    ${name}: ${showTwo(from, to).join(' → ')}`,
  )
  return [`${paint.notice('~')} ${idInWords(object)}`, ...lines].join('\n')
}

function renderUnread(
  { object, what, from, to }: DiffResult['unread'][number],
  paint: Paint,
): string {
  const values = from === null && to === null ? '' : `: ${showTwo(from, to).join(' → ')}`
  return `${paint.notice('~')} ${idInWords(object)}\n    ${what}${values}`
}
