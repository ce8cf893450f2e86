import type { StatusResult } from '../commands/status.ts'
import type { VersionStatus } from '../targets/version-status.ts'
import type { JournalEvent } from '../deploy/journal/read-events.ts'
import type { Paint } from './paint.ts'
import { renderRunning } from './running-lines.ts'
import { countOf, renderDuration, renderTable } from './text-table.ts'

/** Which migrations a database has and which it lacks. */
export function renderStatus(
  { environment, address, state, current, versions, refusals, running, journal }: StatusResult,
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
    ...(running === undefined ? [] : renderRunning(running).map((line) => paint.notice(line))),
    sentences[state],
    ...(refusals.length === 0
      ? []
      : [paint.bad(`apply ${environment} would refuse:`), ...refusals.map(indent)]),
    ...(journal === null ? [] : [renderJournal(journal, paint)]),
  ].join('\n')
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '  ')
}

function renderJournal(journal: readonly JournalEvent[], paint: Paint): string {
  if (journal.length === 0) return 'No run is in the journal.'
  return [paint.bold('The newest runs:'), renderTable(journal.map(renderEvent))].join('\n')
}

function renderEvent(event: JournalEvent): string[] {
  return [
    renderMoment(event.startedAt),
    event.verb,
    event.version,
    event.milliseconds === null ? '' : renderDuration(event.milliseconds),
    event.outcome,
    `${event.who}${event.fromHost === null ? '' : ` on ${event.fromHost}`}`,
    event.gitCommit === null ? '' : `commit ${event.gitCommit.slice(0, 12)}`,
  ]
}

function renderMoment(time: string): string {
  return `${time.slice(0, 19).replace('T', ' ')} UTC`
}

function renderVersion(status: VersionStatus): string[] {
  const { version, name, inFolder, applied, appliedAt, baseline, histories } = status
  if (!applied) return ['·', version, name, `pending${renderPart(status)}`]
  const when = appliedAt === undefined ? '' : renderMoment(appliedAt)
  return [
    inFolder === false || status.recordedAs !== null ? '!' : '✓',
    version,
    name,
    `${baseline ? 'baseline' : 'applied'} ${when}${renderPart(status)}`.trim(),
    histories.join(', '),
    whereElse(status),
  ]
}

function renderPart({ partial }: VersionStatus): string {
  if (partial === null) return ''
  const what = partial.direction === 'up' ? '' : ' of its down file'
  return ` (${String(partial.done)} of ${String(partial.total)} statements${what} are done)`
}

function whereElse({ inFolder, recordedAs }: VersionStatus): string {
  if (inFolder === false) return 'not in this checkout'
  return recordedAs === null ? '' : `there as ${recordedAs}`
}
