import type { Statement } from '../statement.ts'
import { hazardNames, hazardsOf, isHazard } from './hazard.ts'
import type { Hazard } from './hazard.ts'

/** A line of a migration by which its author accepts a hazard, with the reason. */
export interface Accepted {
  readonly hazard: Hazard
  readonly reason: string
}

/** What the lines of a text accept, and those that cannot be read as such. */
export interface Acceptances {
  readonly accepted: readonly Accepted[]
  /** A sentence each, with the line's number in front. */
  readonly problems: readonly string[]
}

/** Reads the lines `-- hazard-accepted NAME: reason` of a migration. */
export function parseAcceptances(text: string): Acceptances {
  const lines = text.split('\n').flatMap((line, at) => {
    const rest = acceptanceLine.exec(line)?.groups?.['rest']
    return rest === undefined ? [] : [{ rest: rest.trim(), line: at + 1 }]
  })
  const read = lines.map(({ rest, line }) => parseOne(rest, line))
  return {
    accepted: read.flatMap((each) => (typeof each === 'string' ? [] : [each])),
    problems: read.filter((each) => typeof each === 'string'),
  }
}

/** The lines of a text that accept hazards, unchanged. */
export function acceptanceLines(text: string): string[] {
  return text.split('\n').filter((line) => acceptanceLine.test(line))
}

const acceptanceLine = /^\s*--\s*hazard-accepted\b(?<rest>.*)$/

function parseOne(rest: string, line: number): Accepted | string {
  const [, name = '', reason = ''] = /^([^:\s]*)\s*:?\s*(.*)$/s.exec(rest) ?? []
  if (!isHazard(name))
    return `${String(line)}: hazard-accepted ${name}: no such hazard. There are: ${hazardNames.join(', ')}.`
  return reason === ''
    ? `${String(line)}: hazard-accepted ${name}: give the reason after a colon.`
    : { hazard: name, reason }
}

/** The hazards among `failOn` that statements have and nobody accepts, in the order in which hazards are listed. */
export function failingHazards(
  statements: readonly Pick<Statement, 'risks'>[],
  failOn: readonly Hazard[],
  accepted: readonly Accepted[] = [],
): Hazard[] {
  const found = hazardsOf(statements.flatMap(({ risks }) => risks))
  return found.filter(
    (hazard) => failOn.includes(hazard) && !accepted.some((each) => each.hazard === hazard),
  )
}
