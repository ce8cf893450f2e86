import { UserError } from '../errors.ts'
import { processVariables } from '../files/environment.ts'
import type { Variables } from '../files/environment.ts'
import { commonFlags } from './help.ts'
import type { Verb } from './verb.ts'

/** A person's npm configuration may set this permanently. A verb without it only asks. */
const harmless: ReadonlySet<string> = new Set(['help', 'yes'])

/**
 * Throws UserError for a flag before `--`. npm takes it as its own and passes it on in a variable only. A dry run
 * would then make the change.
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
    `--${name}: npm took this flag as its own, so nothing was done. Write it after --: npm run ${verb.name} -- ${flag}`,
  )
}

function isSwallowed(name: string, variables: Variables): boolean {
  const value = variables[`npm_config_${name.replaceAll('-', '_')}`] ?? ''
  const [longer, usual] = expanded[name] ?? ['', /^$/]
  const other = variables[`npm_config_${longer}`] ?? ''
  return value !== '' || !usual.test(other)
}

/** The npm setting that a flag abbreviates, and what a person may have set there permanently. */
const expanded: Readonly<Record<string, readonly [setting: string, usual: RegExp]>> = {
  replace: ['replace_registry_host', /^(?:never|always|npmjs|.*\..*|)$/],
}
