import type { BetweenResult } from '../../planning/two-states/between-result.ts'
import type { BetweenRequest } from '../../planning/two-states/find-sides.ts'
import { extents, isExtent, usualExtent } from '../../planning/two-states/extent.ts'
import type { Extent } from '../../planning/two-states/extent.ts'
import { UserError } from '../../errors.ts'
import type { Hazard } from '../../plan/hazards/hazard.ts'
import type { Undeclared } from '../../plan/renames/undeclared.ts'
import { failOnFlag, failOnOf } from './flags.ts'
import { traceFlags, refuseApart } from '../trace-flags.ts'
import type { ExitCode, Flag, FlagValues, Verb } from '../verb.ts'

/** The flags of a plan between two states. */
export const betweenFlags: readonly Flag[] = [
  {
    name: 'from',
    type: 'string',
    value: 'SOURCE',
    about:
      'the first state: a postgresql:// URL, a .sql file, a folder of schema files or of migrations (schema:FOLDER, migrations:FOLDER)',
  },
  { name: 'to', type: 'string', value: 'SOURCE', about: 'the second state, in the same forms' },
  {
    name: 'schemas',
    type: 'string',
    value: 'A,B',
    about: "plan only these schemas (default: all but PostgreSQL's and the platform's)",
  },
  {
    name: 'platform',
    type: 'string',
    value: 'NAME',
    about: "what files are loaded on: supabase (default for this project's folders) or none",
  },
  { name: 'sql', type: 'boolean', about: 'print the migration as SQL, as without --json' },
  { name: 'down', type: 'boolean', about: 'print the down direction instead' },
  {
    name: 'proof',
    type: 'string',
    value: 'EXTENT',
    about:
      'what of a database is copied to run the plan on: touched (what the plan can have an effect on, the default), whole or none',
  },
  { name: 'no-proof', type: 'boolean', about: 'the same as --proof none' },
  {
    name: 'online',
    type: 'boolean',
    about: 'build indexes and check rows while others read and write, in several transactions',
  },
  {
    name: 'assume-renames',
    type: 'boolean',
    about: 'take for a rename what looks like one and no file can tell of',
  },
  {
    name: 'assume-new',
    type: 'boolean',
    about: 'take none of these for a rename: the old ones are dropped, with their values',
  },
  ...traceFlags,
  failOnFlag,
]

/** How people call it. */
export const betweenExamples: Verb['examples'] = [
  ['npm run diff', 'how the schema files differ from the migrations; exits 2 when they do'],
  [
    'npm run --silent diff -- --from a.sql --to b.sql',
    'the migration from one to the other, as SQL',
  ],
  [
    'npm run --silent diff -- --from a.sql --to b.sql --json',
    'the same as JSON, with the down direction',
  ],
  [
    'npm run --silent diff -- --from postgresql://… --to schema',
    'what a database lacks; nothing is written to it',
  ],
  ['npm run diff -- --from a.sql --to b.sql --debug', 'also why each step has its place'],
  [
    'npm run --silent diff -- --from a.sql --to b.sql --explain-order | dot -Tsvg',
    'the order as a picture',
  ],
]

/** What the flags ask for. */
export interface BetweenCall extends BetweenRequest {
  readonly proof: Extent
  readonly online: boolean
  readonly undeclared: Undeclared
  readonly failOn: readonly Hazard[]
  readonly down: boolean
}

/** Reads the flags; undefined when none of them is given. Throws UserError where they exclude each other. */
export function betweenOf(flags: FlagValues): BetweenCall | undefined {
  const given = betweenFlags.filter(({ name }) => flags[name] !== undefined)
  const [first] = given
  if (first === undefined) return undefined
  const { from, to } = flags
  if (typeof from !== 'string' || typeof to !== 'string') {
    const lacking = typeof from === 'string' ? 'to' : 'from'
    throw new UserError(`--${first.name} needs two states. Give --${lacking} too.`)
  }
  refuseApart(flags)
  if (flags['sql'] === true && flags['json'] === true)
    throw new UserError('--sql and --json exclude each other: standard output is one or the other.')
  return {
    from,
    to,
    schemas: schemasOf(flags['schemas']),
    platform: platformOf(flags['platform']),
    proof: extentOf(flags),
    online: flags['online'] === true,
    undeclared: undeclaredOf(flags),
    failOn: failOnOf(flags),
    down: flags['down'] === true,
  }
}

/**
 * 1 when not all is planned, or when a proof was requested and failed. 2 with --fail-on for one of its hazards,
 * otherwise for any difference.
 */
export function betweenExit(
  {
    unmanaged,
    equal,
    proved,
    failing,
  }: Pick<BetweenResult, 'unmanaged' | 'equal' | 'proved' | 'failing'>,
  { failOn }: BetweenCall,
): ExitCode {
  if (unmanaged.length > 0 || proved === false) return 1
  const isClean = failOn.length > 0 ? failing.length === 0 : equal
  return isClean ? 0 : 2
}

function extentOf({ proof, 'no-proof': isUnproved }: FlagValues): Extent {
  if (isUnproved === true) {
    if (proof === undefined || proof === 'none') return 'none'
    throw new UserError(`--no-proof and --proof ${String(proof)} exclude each other.`)
  }
  if (typeof proof !== 'string') return usualExtent
  if (isExtent(proof)) return proof
  throw new UserError(`--proof ${proof}: no such extent. It is ${extents.join(', ')}.`)
}

function undeclaredOf(flags: FlagValues): Undeclared {
  const { 'assume-renames': asRenames, 'assume-new': asNew } = flags
  if (asRenames === true && asNew === true)
    throw new UserError('--assume-renames and --assume-new exclude each other.')
  if (asRenames === true) return 'rename'
  return asNew === true ? 'new' : 'ask'
}

function schemasOf(text: FlagValues[string]): string[] | undefined {
  if (typeof text !== 'string') return undefined
  const names = text.split(',').map((name) => name.trim())
  if (names.includes(''))
    throw new UserError(`--schemas ${text}: should be names separated by commas, such as a,b.`)
  return names
}

function platformOf(text: FlagValues[string]): 'supabase' | 'none' | undefined {
  if (text === undefined || text === 'supabase' || text === 'none') return text
  throw new UserError(`--platform ${String(text)}: no such platform. It is supabase or none.`)
}
