import type { Variables } from './environment.ts'
import type { Project } from './project.ts'

/** What every command works with: the project, the variables that it may read, and somebody to talk to. */
export interface Context {
  readonly project: Project
  readonly variables: Variables
  readonly talk: Talk
  /**
   * Runs work that comes to an orderly end before the process may end: `signal` tells it to. Undefined where nobody
   * interrupts.
   */
  readonly protect?: <T>(work: (signal: AbortSignal) => Promise<T>) => Promise<T>
}

/** Somebody who hears what a long command does. */
export interface Talk {
  /** What is being done now. */
  readonly step: (text: string) => void
  /** What is worth keeping on the screen. */
  readonly note: (text: string) => void
}
