import { UserError } from '../../errors.ts'
import { defaultLimits } from '../../deploy/run/session.ts'
import type { Limits } from '../../deploy/run/session.ts'
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
    about: 'how long to wait for another migration to end (10)',
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

/** The flags of verbs that run migrations. */
export const limitFlags: readonly Flag[] = [
  {
    name: 'lock-timeout',
    type: 'string',
    value: 'SECONDS',
    about: 'how long a statement waits for a lock (3)',
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
    statement: millisecondsOf(flags, 'statement-timeout', defaultLimits.statement),
  }
}

/** How long to wait for another migration, in milliseconds. */
export function lockWaitOf(flags: FlagValues): number {
  return millisecondsOf(flags, 'lock-wait', 10_000)
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
