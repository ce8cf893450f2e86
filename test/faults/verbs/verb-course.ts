import type { Queryable, Session } from '../../../src/postgres/connect.ts'
import type { Scenario } from '../scenarios/scenario.ts'

/** How a verb is called, on what, and how what it does is seen. */
export interface VerbCourse {
  readonly script: string
  readonly scenarios: readonly [Scenario, ...Scenario[]]
  /** Whether it begins at the scenario's start, at its newest version, or where that was rolled back into the archive. */
  readonly from: 'start' | 'newest' | 'archived'
  readonly words: (scenario: Scenario, version?: string) => readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Whether every fault strikes it in each of its phases, or in some of them. */
  readonly phases: 'all' | 'some'
  /** Whether it goes from version to version. */
  readonly goesByVersion: boolean
  /** The files of another checkout, from which it is called. */
  readonly checkout?: (files: Files) => Files
  /** What is done in the database before it, by the superuser. */
  readonly ready?: (session: Session) => Promise<void>
  /** What tables hold where the rows as they are stored differ from run to run. */
  readonly look?: Look
}

type Files = Readonly<Record<string, string>>

/**
 * The flags of a run in which the database is not compared with its history first, which takes as long as the rest. The
 * judge sees what has drifted; so does a run that is struck before its first file, or that may find half a file.
 */
export function quickFlags({ goesByVersion }: VerbCourse): readonly string[] {
  return goesByVersion ? ['--allow-drift'] : []
}

/** Sums up tables by name. A name that begins with `left: ` says how much is to be done still. */
export type Look = (db: Queryable) => Promise<Readonly<Record<string, string>>>
