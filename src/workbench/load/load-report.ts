import { describeServerError } from '../../postgres/server-error.ts'
import type { ServerError } from '../../postgres/server-error.ts'
import { sortFailures } from './load-causes.ts'
import type { LoadFailure } from './load-causes.ts'

/** How many causes are told at once: more than a person fixes before trying again. */
const most = 50

/** Describes the causes among failures, in order, then how many others only follow from them. */
export function describeFailures(failures: readonly LoadFailure[]): string {
  const { causes, cycle, followers } = sortFailures(failures)
  const rest = causes.length - most
  return [
    ...causes.slice(0, most).map(describe),
    ...(rest > 0 ? [`${String(rest)} more statements cannot be loaded, for other reasons.`] : []),
    ...(cycle.length === 0
      ? []
      : ['These statements depend on each other, so none of them can be first:']),
    ...cycle.map(describe),
    ...(followers.length === 0 ? [] : [describeFollowers(followers)]),
  ].join('\n')
}

function describe({ statement, error, shift }: LoadFailure): string {
  const offset = statement.offset + offsetIn(statement.text, error, shift)
  return describeServerError(error, { path: statement.file, text: statement.source, offset })
}

/** Where in a statement's text the error is, in code units from 0; its start where PostgreSQL does not say. */
function offsetIn(text: string, error: ServerError, shift: number): number {
  if (error.position !== undefined) {
    return codeUnits(text, Math.max(0, Number(error.position) - 1 - shift))
  }
  const { internalQuery, internalPosition } = error
  if (internalQuery === undefined || internalPosition === undefined) return 0
  const start = text.indexOf(internalQuery)
  return start < 0 ? 0 : start + codeUnits(internalQuery, Number(internalPosition) - 1)
}

function codeUnits(text: string, characters: number): number {
  return Array.from(text).slice(0, characters).join('').length
}

function describeFollowers(followers: readonly LoadFailure[]): string {
  const places = followers
    .slice(0, 3)
    .map(({ statement: { file, line } }) => `${file}:${String(line)}`)
  const more = followers.length > places.length ? ', …' : ''
  const [count, verb] =
    followers.length === 1
      ? ['1 more statement', 'fails']
      : [`${String(followers.length)} more statements`, 'fail']
  return `${count} ${verb} only because of that: ${places.join(', ')}${more}`
}
