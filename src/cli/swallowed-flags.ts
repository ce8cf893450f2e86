import { UserError } from '../errors.ts'
import { processVariables } from '../files/environment.ts'
import type { Variables } from '../files/environment.ts'
import { commonFlags } from './help.ts'
import type { Verb } from './verb.ts'

/** A person's npm may have this set for good, and a verb that lacks it only asks. */
const harmless: ReadonlySet<string> = new Set(['help', 'yes'])

/**
 * Throws UserError for a flag that stands before `--`: npm takes it for its own, tells of it by a variable only, and a
 * change that was meant as a dry run would be made.
 */
export function refuseSwallowed(verb: Verb, given: Readonly<Record<string, unknown>>): void {
  const variables = processVariables()
  const swallowed = [...verb.flags, ...commonFlags].find(
    ({ name }) => given[name] === undefined && !harmless.has(name) && isSwallowed(name, variables),
  )
  if (swallowed === undefined) return
  const { name, value } = swallowed
  const flag = value === undefined ? `--${name}` : `--${name} ${value}`
  throw new UserError(
    `--${name}: npm took this flag for its own, so nothing was done. Write it behind --: npm run ${verb.name} -- ${flag}`,
  )
}

function isSwallowed(name: string, variables: Variables): boolean {
  const value = variables[`npm_config_${name.replaceAll('-', '_')}`] ?? ''
  const [longer, usual] = expanded[name] ?? ['', /^$/]
  const other = variables[`npm_config_${longer}`] ?? ''
  return value !== '' || !usual.test(other)
}

/** The setting that npm takes a flag for since that begins like it, and what a person may have set there for good. */
const expanded: Readonly<Record<string, readonly [setting: string, usual: RegExp]>> = {
  replace: ['replace_registry_host', /^(?:never|always|npmjs|.*\..*|)$/],
}
