import type { StatusResult } from '../commands/status.ts'
import type { VersionStatus } from '../targets/version-status.ts'
import type { Paint } from './paint.ts'
import { countOf, renderTable } from './text-table.ts'

/** Which migrations a database has and which it lacks. */
export function renderStatus(
  { environment, address, state, current, versions, refusals }: StatusResult,
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
      `There are tables but no history of migrations. If the migrations make the same tables: npm run baseline ${environment}`,
    ),
    unclear: paint.bad('It is unclear what is to be applied.'),
  }
  return [
    paint.bold(`${environment} (${address})`),
    ...(versions.length === 0 ? [] : [renderTable(versions.map(renderVersion))]),
    sentences[state],
    ...(refusals.length === 0
      ? []
      : [paint.bad(`apply ${environment} would refuse:`), ...refusals.map(indent)]),
  ].join('\n')
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '  ')
}

function renderVersion(status: VersionStatus): string[] {
  const { version, name, inFolder, applied, appliedAt, baseline, histories } = status
  if (!applied) return ['·', version, name, 'pending']
  const when = appliedAt === undefined ? '' : `${appliedAt.slice(0, 19).replace('T', ' ')} UTC`
  return [
    inFolder && status.recordedAs === null ? '✓' : '!',
    version,
    name,
    `${baseline ? 'baseline' : 'applied'} ${when}`.trim(),
    histories.join(', '),
    whereElse(status),
  ]
}

function whereElse({ inFolder, recordedAs }: VersionStatus): string {
  if (!inFolder) return 'not in this checkout'
  return recordedAs === null ? '' : `there as ${recordedAs}`
}
