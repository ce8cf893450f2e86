import type { SchemaStatement } from '../../files/schema/schema-files.ts'
import { messageLine } from '../../postgres/server-error.ts'
import type { ServerError } from '../../postgres/server-error.ts'
import { showName } from '../../sql/parsed/object-name.ts'

/** A statement that PostgreSQL refused. */
export interface LoadFailure {
  readonly statement: SchemaStatement
  readonly error: ServerError
  /** Characters before the file's own text in what was sent; PostgreSQL's position counts them. */
  readonly shift: number
}

/** Failures, each in one of the lists, in their order. */
export interface SortedFailures {
  readonly causes: readonly LoadFailure[]
  /** Failures that wait for each other, when no cause explains them. */
  readonly cycle: readonly LoadFailure[]
  /** What fails only because of the others. */
  readonly followers: readonly LoadFailure[]
}

/** Tells what is wrong from what only follows from it: a statement that misses what a refused one would have made. */
export function sortFailures(failures: readonly LoadFailure[]): SortedFailures {
  const needs = findNeeds(failures)
  const causes = failures.filter((failure) => needs.get(failure)?.length === 0)
  const explained = new Set(causes)
  for (let size = -1; size !== explained.size;) {
    size = explained.size
    for (const [failure, others] of needs) {
      if (others.some((other) => explained.has(other))) explained.add(failure)
    }
  }
  const unexplained = failures.find((failure) => !explained.has(failure))
  const cycle = unexplained === undefined ? [] : findLoadCycle(unexplained, needs)
  const told = new Set([...causes, ...cycle])
  return { causes, cycle, followers: failures.filter((failure) => !told.has(failure)) }
}

type Needs = ReadonlyMap<LoadFailure, readonly LoadFailure[]>

/** For each failure those that it may follow from. */
function findNeeds(failures: readonly LoadFailure[]): Needs {
  const cases = failures.map(toCase)
  const makers = cases.filter(({ makes }) => makes.length > 0)
  const byFile = Map.groupBy(cases, ({ file }) => file)
  return new Map(
    cases.map((one) => [
      one.failure,
      [
        ...makers.filter((maker) => maker.file !== one.file && misses(one, maker)),
        ...(byFile.get(one.file) ?? []).filter((other) => followsInFile(one, other)),
      ].map(({ failure }) => failure),
    ]),
  )
}

/** A failure with what is asked of it for each pair: a schema of thousands of tables has millions of pairs. */
interface Case {
  readonly failure: LoadFailure
  readonly file: string
  readonly message: string
  /** The names of the objects that the statement would have made, as messages write them. */
  readonly makes: readonly string[]
  readonly part: string | undefined
  readonly isComment: boolean
}

function toCase(failure: LoadFailure): Case {
  const { subject, file, phase } = failure.statement
  const names = subject.objects.map((object) =>
    object.schema === undefined ? `"${object.name}"` : showName(object),
  )
  return {
    failure,
    file,
    message: messageLine(failure.error),
    makes: subject.createsFile === true ? names : [],
    part: subject.part,
    isComment: phase === 'comments',
  }
}

/** In its own file a statement needs the object, or the part of it that its message names; a comment needs whatever it is on. */
function followsInFile(one: Case, other: Case): boolean {
  if (one === other) return false
  if (other.makes.length > 0 || (one.isComment && !other.isComment)) return true
  return other.part !== undefined && one.message.includes(`"${other.part}"`)
}

/** Whether PostgreSQL's message names an object that a statement would have made. */
function misses({ message }: Case, { makes }: Case): boolean {
  return makes.some((name) => {
    const at = message.indexOf(name)
    return at >= 0 && !isWordPart(message[at - 1]) && !isWordPart(message[at + name.length])
  })
}

function isWordPart(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_$]/u.test(character)
}

/** Follows what a failure needs until one comes again. */
function findLoadCycle(start: LoadFailure, needs: Needs): LoadFailure[] {
  const path: LoadFailure[] = []
  let next: LoadFailure | undefined = start
  while (next !== undefined && !path.includes(next)) {
    path.push(next)
    next = needs.get(next)?.[0]
  }
  return next === undefined ? path : path.slice(path.indexOf(next))
}
