import type { Random } from '../../schema/random.ts'
import type { Ran, Running } from '../../support/cli.ts'
import type { Course } from '../ground/course.ts'
import type { Ground } from '../ground/ground.ts'
import type { Phase } from '../moments.ts'
import type { Proxy } from '../wire/proxy.ts'

/** A run that is to be disturbed, and what it runs on. */
export interface Scene {
  readonly ground: Ground
  readonly course: Course
  readonly database: string
  readonly proxy: Proxy
  readonly running: Running
  readonly random: Random
  /** Runs the same verb from another process, over a network that works. */
  readonly another: () => Promise<Ran>
  /** Resolves when no session of the tool holds the migration lock; false when that takes too long. */
  readonly isFree: () => Promise<boolean>
}

/** How a disturbed run may end. */
export type Outcome = 'any' | 'succeeds' | 'interrupted' | 'killed'

/** What a fault did. */
export interface Struck {
  /** What exactly, in a few words. */
  readonly detail: string
  readonly outcome: Outcome
  /** Takes the cause away when the disturbed run has ended; answers what went wrong meanwhile. */
  readonly mend?: () => Promise<readonly string[]>
  /** Whether another deployer may have done the work: then the database tells nothing of what the run did. */
  readonly isDoneByOthers?: boolean
  /** What else went wrong. */
  readonly complaints?: readonly string[]
}

/** Something that happens to a run from outside. */
export interface Fault {
  readonly name: string
  /** For people: what it does. */
  readonly about: string
  readonly phases: readonly Phase[]
  /** Those in which it strikes verbs that come to the same code otherwise. */
  readonly somePhases: readonly Phase[]
  /** Flags of the disturbed run. */
  readonly flags?: readonly string[]
  /** Whether it needs a file system of its own. */
  readonly needsDisk?: boolean
  readonly strike: (scene: Scene) => Promise<Struck>
}
