import type { Context } from '../files/context.ts'
import { processVariables } from '../files/environment.ts'
import type { Call } from './verb.ts'

/** What a command needs of a call. */
export function contextOf({ project, progress }: Call): Context {
  return { project, variables: processVariables(), talk: progress }
}
