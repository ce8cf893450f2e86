import { UserError } from '../../errors.ts'
import { checkTimeout } from '../../deploy/questions/ask-questions.ts'
import { defaultLimits } from '../../deploy/session/session.ts'
import type { Limits } from '../../deploy/session/session.ts'
import { hazardNames, isHazard } from '../../plan/hazards/hazard.ts'
import type { Hazard } from '../../plan/hazards/hazard.ts'
import type { Flag, FlagValues } from '../verb.ts'

/** The flags of verbs that change a database. */
export const changeFlags: readonly Flag[] = [
  { name: 'dry-run', type: 'boolean', about: 'print what would be done, and do nothing' },
  {
    name: 'lock-wait',
    type: 'string',
    value: 'SECONDS',
    about: 'how long to wait for another migration to end (60)',
  },
  {
    name: 'yes',
    type: 'string',
    value: 'ENVIRONMENT',
    about: 'answer the question before a change of production',
  },
]

/** The flag of verbs that take migrations back. */
export const lossFlag: Flag = {
  name: 'allow-data-loss',
  type: 'boolean',
  about: 'continue although rows or values are lost for good',
}

/** The flag of apply that changes nothing. */
export const rehearseFlag: Flag = {
  name: 'rehearse',
  type: 'boolean',
  about: 'run what is pending on a copy of the catalog: locks and rewrites, next to rows and bytes',
}

/** The flag of verbs that compare a database with its history before they change it. */
export const driftFlag: Flag = {
  name: 'allow-drift',
  type: 'boolean',
  about: 'do not compare the database with what its history makes before',
}

/** The flag of verbs that keep what a rollback would lose. */
export const archiveFlag: Flag = {
  name: 'archive',
  type: 'boolean',
  about: 'keep what would be lost in schema archive; the next apply puts it back',
}

/** The flag of verbs that count before they run statements. */
export const checkFlag: Flag = {
  name: 'check-timeout',
  type: 'string',
  value: 'SECONDS',
  about: 'how long to count for one answer about rows (5)',
}

/** The flags of verbs that run migrations. */
export const limitFlags: readonly Flag[] = [
  {
    name: 'lock-timeout',
    type: 'string',
    value: 'SECONDS',
    about: 'how long a statement waits for a lock (3)',
  },
  {
    name: 'lock-budget',
    type: 'string',
    value: 'SECONDS',
    about: 'for how long a file that waits too long is run again (60; 0: not at all)',
  },
  {
    name: 'statement-timeout',
    type: 'string',
    value: 'SECONDS',
    about: 'how long a statement may run (0: no limit)',
  },
]

/** The flag of verbs that plan: hazards with which they fail. */
export const failOnFlag: Flag = {
  name: 'fail-on',
  type: 'string',
  value: 'HAZARD,…',
  about: 'exit 2 when the plan has one of these hazards, such as data_loss,opens_access',
}

/** The hazards that --fail-on names. Throws UserError for an unknown hazard. */
export function failOnOf(flags: FlagValues): Hazard[] {
  const text = flags['fail-on']
  if (typeof text !== 'string') return []
  const names = text.split(',').map((name) => name.trim())
  const wrong = names.find((name) => !isHazard(name))
  if (wrong === undefined) return names.filter(isHazard)
  throw new UserError(`--fail-on ${wrong}: no such hazard. There are: ${hazardNames.join(', ')}.`)
}

/** The limits that the flags set. Throws UserError for a value that is not a number of seconds. */
export function limitsOf(flags: FlagValues): Limits {
  return {
    ...defaultLimits,
    lock: millisecondsOf(flags, 'lock-timeout', defaultLimits.lock),
    lockBudget: millisecondsOf(flags, 'lock-budget', defaultLimits.lockBudget),
    statement: millisecondsOf(flags, 'statement-timeout', defaultLimits.statement),
  }
}

/** How long a count before the statements may take, in milliseconds. */
export function checkTimeoutOf(flags: FlagValues): number {
  return millisecondsOf(flags, 'check-timeout', checkTimeout)
}

/** How long to wait for another migration, in milliseconds. */
export function lockWaitOf(flags: FlagValues): number {
  return millisecondsOf(flags, 'lock-wait', 60_000)
}

/** The whole number that a flag gives, at least 1; undefined when it is left out. */
export function countOf(flags: FlagValues, name: string): number | undefined {
  const text = flags[name]
  if (text === undefined) return undefined
  if (typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new UserError(`--${name} ${String(text)}: should be a whole number, at least 1.`)
}

function millisecondsOf(flags: FlagValues, name: string, fallback: number): number {
  const text = flags[name]
  if (text === undefined) return fallback
  if (typeof text === 'string' && /^\d{1,6}(\.\d{1,3})?$/.test(text))
    return Math.round(Number(text) * 1000)
  throw new UserError(`--${name} ${String(text)}: should be a number of seconds, such as 5 or 0.5.`)
}
