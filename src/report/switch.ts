import type { SwitchResult } from '../commands/switch.ts'
import { renderApply } from './apply.ts'
import type { Paint } from './paint.ts'
import { renderRollback } from './rollback.ts'
import { countOf, renderTable } from './text-table.ts'

/** What `switch` rolled back and applied, or in a dry run would. */
export function renderSwitch(result: SwitchResult, paint: Paint): string {
  const { rollback, apply } = result
  return [
    ...(rollback === null ? [] : [renderRollback(rollback, paint)]),
    apply === null ? renderAhead(result, paint) : renderApply(apply, paint),
  ].join('\n')
}

function renderAhead(
  { environment, address, ahead, rollback }: SwitchResult,
  paint: Paint,
): string {
  const head = rollback === null ? [paint.bold(`${environment} (${address})`)] : []
  if (ahead.length === 0)
    return [
      ...head,
      paint.good(rollback === null ? 'Nothing to do.' : 'Nothing to apply then.'),
    ].join('\n')
  const rows = ahead.map(({ version, name }) => ['+', version, name])
  const sentence = `Would apply ${countOf(ahead.length, 'migration')}${rollback === null ? '' : ' then'}. Nothing was changed.`
  return [...head, renderTable(rows), paint.notice(sentence)].join('\n')
}
