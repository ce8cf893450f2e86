import type { ProjectFiles } from './project-states.ts'
import type { StatePair } from './state-pair.ts'

/** Where a plan starts and where it leads. */
export interface Task extends StatePair, ProjectFiles {
  /** Whether what cannot be planned is left undone. */
  readonly partial?: boolean
}
