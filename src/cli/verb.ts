import type { ParseArgsConfig } from 'node:util'
import type { Project } from '../files/project.ts'
import type { Paint } from '../report/paint.ts'
import type { Progress } from './progress.ts'

/** Which flags a verb takes, in the form that node:util's parseArgs asks for. */
export type Flags = NonNullable<ParseArgsConfig['options']>

/** The values of flags, by name: what node:util's parseArgs makes of them. */
export type FlagValues = Readonly<Record<string, string | boolean | undefined>>

/** 0 done or nothing to do, 1 failure, 2 there is something to see. */
export type ExitCode = 0 | 1 | 2

/** One positional argument of a verb. */
export interface Word {
  readonly name: string
  readonly about: string
  readonly required?: boolean
}

/** One flag of a verb, and what it takes. */
export interface Flag {
  readonly name: string
  readonly type: 'boolean' | 'string'
  /** What the value is called in the help, such as SECONDS. */
  readonly value?: string
  readonly about: string
}

/** A verb of the command line, with its help. */
export interface Verb {
  readonly name: string
  readonly about: string
  readonly words: readonly Word[]
  readonly flags: readonly Flag[]
  readonly examples: readonly (readonly [command: string, about: string])[]
}

/** What a verb's command is called with. */
export interface Call {
  readonly project: Project
  readonly words: readonly string[]
  readonly flags: FlagValues
  readonly progress: Progress
}

/** The result of a verb's command: the value that --json prints, and its text for people. */
export interface Outcome {
  readonly value: unknown
  readonly text: (paint: Paint) => string
  /** What people must read besides the result: on standard error, with --json too. */
  readonly talk?: (paint: Paint) => string
  readonly exit: ExitCode
}
