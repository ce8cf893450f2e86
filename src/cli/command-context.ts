import type { Context } from '../files/context.ts'
import { processVariables } from '../files/environment.ts'
import type { Looking } from '../planning/project-states.ts'
import { workbenchOf } from '../workbench/workbench.ts'
import { withInterrupt } from './ending/interrupt.ts'
import type { Call } from './verb.ts'

/** What a command needs of a call. */
export function contextOf({ project, progress }: Call): Context {
  return { project, variables: processVariables(), talk: progress, protect: withInterrupt }
}

/** What a command needs of it that only looks at states. */
export function lookingOf(call: Call): Looking {
  const context = contextOf(call)
  return { useWorkbench: workbenchOf(context), talk: context.talk }
}
