import type { CheckSchemaResult } from '../commands/check-schema.ts'
import { renderComparison } from './comparison.ts'
import type { Paint } from './paint.ts'

/** Whether the migrations make what the schema files say, and what differs. */
export function renderCheckSchema({ comparison, same }: CheckSchemaResult, paint: Paint): string {
  if (same && comparison.columnOrder.length === 0) {
    return paint.good('The migrations make exactly what the schema files say.')
  }
  const told = renderComparison(comparison, { left: 'migrations', right: 'schema files' }, paint)
  const verdict = same
    ? paint.good(
        'The migrations make what the schema files say; only the order of columns differs.',
      )
    : paint.bad(
        'The migrations do not make what the schema files say. Write a migration for the difference, or mend the files.',
      )
  return `${told}\n${verdict}`
}
