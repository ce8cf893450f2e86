import type { ProjectFiles } from './project-states.ts'
import type { Content } from '../workbench/load/content.ts'
import type { StatePair } from './state-pair.ts'

/** Where a plan starts and where it leads. */
export interface Task extends StatePair, ProjectFiles {
  /** Whether what cannot be planned is left undone. */
  readonly partial?: boolean
  /** What makes the desired state; the schema files when absent. */
  readonly goal?: Content
}
