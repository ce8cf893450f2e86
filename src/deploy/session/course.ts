import { UserError, messageOf, nameCommand } from '../../errors.ts'
import type { Migration, NamedVersion } from '../../files/migrations.ts'
import { asSentence, describeCut } from '../../postgres/cut.ts'
import { txModeOf } from '../../sql/scan/txmode.ts'
import { Interrupted, withPatience } from './stop.ts'
import { isUncertain } from './uncertain-commit.ts'

/** A run of files: what is done to them, where, and how it goes on when it ends before its time. */
export interface CourseOptions {
  readonly verb: 'apply' | 'rollback'
  readonly address: string
  /** The exact command that goes on, by version. */
  readonly again: string
  /** Says that the run is to stop. */
  readonly signal?: AbortSignal | undefined
}

/** Follows a run: called before and after each file. */
export interface Course {
  readonly onStart: (file: Migration) => void
  readonly onDone: (file: NamedVersion) => void
}

/**
 * Follows a run of files. Whatever ends it before its time, the error says which files are in, which are not, and the
 * command that goes on.
 */
export async function withCourse<T>(
  options: CourseOptions,
  use: (course: Course) => Promise<T>,
): Promise<T> {
  const stand: Stand = { done: [], running: undefined, isStepwise: false }
  const course: Course = {
    onStart: (file) => {
      if (options.signal?.aborted === true) throw new Error('stopped between two files')
      stand.isStepwise = runsStepwise(file, options.verb)
      stand.running = nameOf(file)
    },
    onDone: (file) => {
      stand.done.push(nameOf(file))
      stand.running = undefined
    },
  }
  try {
    return await withPatience(options.signal, async () => use(course))
  } catch (error) {
    throw explain(error, options, stand)
  }
}

/** How far a run has come. */
interface Stand {
  readonly done: string[]
  running: string | undefined
  /** Whether that is run statement by statement, so that a part of it may be done. */
  isStepwise: boolean
}

function explain(error: unknown, options: CourseOptions, stand: Stand): unknown {
  const where = `${standing(error, options, stand)} Continue with: ${options.again}`
  if (options.signal?.aborted === true)
    return new Interrupted(`${options.address}: ${where}`, { cause: error })
  const cut = describeCut(error)
  if (cut !== undefined)
    return new UserError(`${options.address}: ${asSentence(cut)} ${where}`, { cause: error })
  if (!(error instanceof UserError)) return error
  return new UserError(withStanding(error, options, stand), { cause: error })
}

/** A message of a file, and where things stand, each said once. */
function withStanding(error: UserError, options: CourseOptions, stand: Stand): string {
  const message = nameCommand(messageOf(error), options.again)
  const isStepwise = stand.isStepwise && !message.includes(noneDone)
  const isFirst = stand.done.length === 0 && !isStepwise
  const at = isFirst ? nothing : standing(error, options, { ...stand, isStepwise })
  const lines = [
    ...(isFirst && message.includes(nothing) ? [] : [at]),
    ...(message.includes(options.again) ? [] : [`Continue with: ${options.again}`]),
  ]
  return lines.length === 0 ? message : `${message}\n${lines.join(' ')}`
}

const nothing = 'Nothing was changed.'

/** What is said of a file that is run statement by statement, and failed at its first one. */
export const noneDone = 'Nothing of the file was done.'

function standing(error: unknown, { verb }: CourseOptions, stand: Stand): string {
  const { done, isStepwise: inParts } = stand
  const words = wordsOf[verb]
  const part = inParts ? ' (those of its statements that are done are recorded)' : ''
  const running = stand.running && `${stand.running}${part}`
  const uncertain = isUncertain(error)
  return [
    ...(done.length === 0 ? [] : [`${words.done}: ${done.join(', ')}.`]),
    ...(running === undefined
      ? []
      : [
          uncertain
            ? `Uncertain: ${running}, since the answer to its COMMIT was lost; the next run sees in the history whether it is in.`
            : `${words.not}: ${running}.`,
        ]),
    ...(done.length === 0 && running === undefined ? ['No file was begun.'] : []),
  ].join(' ')
}

const wordsOf = {
  apply: { done: 'Applied', not: 'Not applied' },
  rollback: { done: 'Rolled back', not: 'Still applied' },
} as const

function runsStepwise(file: Migration, verb: CourseOptions['verb']): boolean {
  return txModeOf(verb === 'apply' ? file.text : (file.down?.text ?? '')) === 'stepwise'
}

function nameOf({ version, name }: NamedVersion): string {
  return `${version}_${name}`
}
