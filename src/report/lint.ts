import type { LintResult } from '../commands/lint.ts'
import type { Finding } from '../lint/finding.ts'
import type { Paint } from './paint.ts'
import { countOf } from './text-table.ts'

/** Findings with their places and what to do, then what was not checked, then the totals. */
export function renderLint(result: LintResult, paint: Paint): string {
  const { findings, ignored, counts } = result
  return [
    ...findings.map((finding) => renderFinding(finding, paint)),
    ...renderUnasked(result).map((line) => paint.dim(`info   ${line}`)),
    ...ignored.map(({ rule, reason, ...finding }) =>
      paint.dim(`info   ignored: ${rule}, ${placeOf(finding)}: ${reason}`),
    ),
    renderVerdict(counts, paint),
  ].join('\n')
}

/**
 * The same for GitHub, which shows such lines next to the code: a line for each error and warning that has a place
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
 */
export function renderAnnotations({ findings }: LintResult): string {
  return findings
    .filter(({ file }) => file !== null)
    .map(({ level, rule, object, message, fix, file, line, column }) => {
      const place = [`file=${property(file ?? '')}`, `line=${String(line ?? 1)}`]
      if (column !== null) place.push(`col=${String(column)}`)
      const told = [object === null ? message : `${object}: ${message}`, fix ?? ''].join('\n')
      return `::${commands[level]} ${[...place, `title=${property(rule)}`].join(',')}::${data(told.trim())}`
    })
    .join('\n')
}

const commands: Readonly<Record<Finding['level'], string>> = {
  error: 'error',
  warn: 'warning',
  info: 'notice',
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

function renderFinding(finding: Finding, paint: Paint): string {
  const { level, rule, object, message, fix, excerpt } = finding
  const colour = { error: paint.bad, warn: paint.notice, info: paint.dim }[level]
  const about = object === null ? '' : ` ${object}`
  return [
    `${colour(level.padEnd(5))}  ${paint.bold(placeOf(finding))}  ${rule}${about}`,
    `       ${message}`,
    ...(excerpt === null ? [] : excerpt.split('\n').map((line) => `     ${line}`)),
    ...(fix === null ? [] : [`       Fix: ${fix}`]),
  ].join('\n')
}

function placeOf({ file, line, column, object }: Omit<Finding, 'rule'>): string {
  if (file === null) return object ?? ''
  return [file, line, column].filter((part) => part !== null).join(':')
}

function renderUnasked({ rules, tools }: LintResult): string[] {
  const idle = rules.filter(({ lookedAt }) => lookedAt === 0).map(({ name }) => name)
  const unasked = Map.groupBy(
    rules.filter(({ why }) => why !== null),
    ({ why }) => why ?? '',
  )
  return [
    ...(idle.length === 0
      ? []
      : [`${countOf(idle.length, 'rule')} had nothing to look at: ${idle.join(', ')}`]),
    ...[...unasked].map(
      ([why, list]) =>
        `${countOf(list.length, 'rule')} not asked (${why}): ${list.map(({ name }) => name).join(', ')}`,
    ),
    ...tools.flatMap(({ name, why }) => (why === null ? [] : [`${name} not asked: ${why}`])),
  ]
}

function renderVerdict(counts: LintResult['counts'], paint: Paint): string {
  const { error, warn, info, ignored } = counts
  const said = [countOf(error, 'error'), countOf(warn, 'warning'), countOf(info, 'note')]
  const more = ignored === 0 ? '' : `; ${countOf(ignored, 'finding')} ignored with a reason`
  const text = `${said.join(', ')}${more}.`
  return error + warn > 0 ? paint.bad(text) : paint.good(text)
}
