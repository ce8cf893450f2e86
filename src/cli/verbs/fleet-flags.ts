import { UserError } from '../../errors.ts'
import type { Flag, FlagValues } from '../verb.ts'
import { countOf } from './flags.ts'

/** The flags of verbs that take many databases instead of one. */
export const fleetFlags: readonly Flag[] = [
  {
    name: 'fleet',
    type: 'string',
    value: 'FILE',
    about: 'every database that the file lists: names of variables, or a query',
  },
  { name: 'parallel', type: 'string', value: 'N', about: 'so many of the fleet at once (4)' },
  {
    name: 'stop-after',
    type: 'string',
    value: 'K',
    about: 'begin no other database of the fleet after K failures (1)',
  },
  {
    name: 'queue',
    type: 'string',
    value: 'VARIABLE',
    about: 'have workers on other machines do it, by a queue in the database of this URL',
  },
]

/** A fleet as flags ask for it. */
export interface FleetCall {
  readonly file: string
  readonly parallel: number
  readonly stopAfter: number
  /** The variable with the URL of the control database. */
  readonly queue: string | undefined
}

/** The fleet that the flags ask for; undefined for one database. Throws UserError for a flag that has no meaning then. */
export function fleetOf(flags: FlagValues, stopAfter: number): FleetCall | undefined {
  const file = flags['fleet']
  if (typeof file === 'string' && file !== '')
    return {
      file,
      parallel: countOf(flags, 'parallel') ?? 4,
      stopAfter: countOf(flags, 'stop-after') ?? stopAfter,
      queue: queueOf(flags),
    }
  if (file === '') throw new UserError('--fleet: should be the path of a file.')
  const lone = ['parallel', 'stop-after', 'queue'].find((name) => flags[name] !== undefined)
  if (lone !== undefined)
    throw new UserError(`--${lone} is about many databases: give --fleet FILE too.`)
  return undefined
}

/** The variable that `--queue` names; undefined without one. Throws UserError for a text that is no name, such as a URL. */
function queueOf(flags: FlagValues): string | undefined {
  const name = flags['queue']
  if (name === undefined) return undefined
  if (typeof name === 'string' && /^[A-Za-z_]\w*$/.test(name)) return name
  throw new UserError(
    '--queue: should be the name of a variable that holds the URL of the control database, set in the shell or in .env.fleet.',
  )
}

/** What a worker is called with. Throws UserError where the fleet or the queue is missing. */
export function workerOf(flags: FlagValues): Omit<FleetCall, 'stopAfter' | 'queue'> & {
  readonly queue: string
} {
  const call = fleetOf(flags, 1)
  if (call?.queue !== undefined)
    return { file: call.file, parallel: call.parallel, queue: call.queue }
  throw new UserError('fleet-worker: give both, --fleet FILE and --queue VARIABLE.')
}
