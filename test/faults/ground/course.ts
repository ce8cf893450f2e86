import type { State } from '../judge/state.ts'
import type { Trace } from '../moments.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import type { VerbCourse } from '../verbs/verb-course.ts'

/** A verb on a scenario, and what comes of it where nothing disturbs it. */
export interface Course {
  readonly scenario: Scenario
  readonly verb: VerbCourse
  /** The root of the project with the scenario's migrations. */
  readonly root: string
  /** The database that it starts from. */
  readonly template: string
  /** What the database is at each version on the way, its start and its goal among them. */
  readonly states: ReadonlyMap<string, State>
  readonly start: State
  readonly goal: State
  readonly trace: Trace
}
