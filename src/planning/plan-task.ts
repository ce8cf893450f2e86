import type { ProjectFiles } from './project-states.ts'
import type { Ends } from './state-pair.ts'

/** Where a plan starts and where it leads. */
export interface Task extends Ends, ProjectFiles {
  /** Whether what cannot be planned is left undone. */
  readonly partial?: boolean
}
