import type { StatusResult, VersionStatus } from '../commands/status.ts'
import type { Paint } from './paint.ts'
import { countOf, renderTable } from './table.ts'

/** Which migrations a database has and which it lacks. */
export function renderStatus(
  { environment, address, state, current, versions }: StatusResult,
  paint: Paint,
): string {
  const pending = versions.filter(({ applied }) => !applied).length
  const sentences = {
    'up to date': paint.good(
      `Up to date${current === undefined ? ': there are no migrations' : ` at version ${current}`}.`,
    ),
    pending: paint.notice(
      `${countOf(pending, 'migration')} to apply: npm run apply ${environment}`,
    ),
    unadopted: paint.bad(
      `There are tables but no history of migrations. If they are what the migrations make: npm run baseline ${environment}`,
    ),
  }
  return [
    paint.bold(`${environment} (${address})`),
    ...(versions.length === 0 ? [] : [renderTable(versions.map(renderVersion))]),
    sentences[state],
  ].join('\n')
}

function renderVersion({
  version,
  name,
  applied,
  appliedAt,
  baseline,
  histories,
}: VersionStatus): string[] {
  if (!applied) return ['·', version, name, 'pending']
  const when = appliedAt === undefined ? '' : `${appliedAt.slice(0, 19).replace('T', ' ')} UTC`
  return [
    '✓',
    version,
    name,
    `${baseline ? 'baseline' : 'applied'} ${when}`.trim(),
    histories.join(', '),
  ]
}
