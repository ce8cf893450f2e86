import type { SchemaStatement } from '../files/schema-files.ts'
import { homes } from '../files/schema-folders.ts'
import { describeServerError, messageLine } from '../postgres/server-error.ts'
import type { ServerError } from '../postgres/server-error.ts'
import { showName } from '../sql/object-name.ts'

/** A statement that PostgreSQL refused. */
export interface LoadFailure {
  readonly statement: SchemaStatement
  readonly error: ServerError
  /** Characters before the file's own text in what was sent; PostgreSQL's position counts them. */
  readonly shift: number
}

/** Describes the causes among failures, in order, then how many others only follow from them. */
export function describeFailures(failures: readonly LoadFailure[]): string {
  const { causes, circle, followers } = sortOut(failures)
  return [
    ...causes.map(describe),
    ...(circle.length === 0 ? [] : ['These need each other, so none of them can be first:']),
    ...circle.map(describe),
    ...(followers.length === 0 ? [] : [describeFollowers(followers)]),
  ].join('\n')
}

interface Sorted {
  readonly causes: readonly LoadFailure[]
  /** Failures that wait for each other, when no cause explains them. */
  readonly circle: readonly LoadFailure[]
  readonly followers: readonly LoadFailure[]
}

function sortOut(failures: readonly LoadFailure[]): Sorted {
  const needs = new Map(
    failures.map((failure) => [failure, failures.filter((other) => follows(failure, other))]),
  )
  const causes = failures.filter((failure) => needs.get(failure)?.length === 0)
  const explained = new Set(causes)
  let size = -1
  while (size !== explained.size) {
    size = explained.size
    for (const [failure, others] of needs) {
      if (others.some((other) => explained.has(other))) explained.add(failure)
    }
  }
  const unexplained = failures.find((failure) => !explained.has(failure))
  const circle = unexplained === undefined ? [] : findCircle(unexplained, needs)
  const told = new Set([...causes, ...circle])
  return { causes, circle, followers: failures.filter((failure) => !told.has(failure)) }
}

/** Follows what a failure needs until one comes again. */
function findCircle(
  start: LoadFailure,
  needs: ReadonlyMap<LoadFailure, readonly LoadFailure[]>,
): LoadFailure[] {
  const path: LoadFailure[] = []
  let next: LoadFailure | undefined = start
  while (next !== undefined && !path.includes(next)) {
    path.push(next)
    next = needs.get(next)?.[0]
  }
  return next === undefined ? path : path.slice(path.indexOf(next))
}

/** Whether one failure may come from another: that one would have made what this one misses. */
function follows(failure: LoadFailure, other: LoadFailure): boolean {
  if (failure === other) return false
  const { sort, part } = other.statement.subject
  const made = homes[sort].creates === true
  if (failure.statement.file !== other.statement.file) {
    return made && misses(failure.error, other.statement)
  }
  const missesPart = part !== undefined && messageLine(failure.error).includes(`"${part}"`)
  return made || missesPart || isCommentAfter(failure.statement, other.statement)
}

/** A comment fails with whatever it is on, and has no other way to fail worth telling beside it. */
function isCommentAfter({ phase }: SchemaStatement, other: SchemaStatement): boolean {
  return phase === 'comments' && other.phase !== 'comments'
}

/** Whether PostgreSQL's message names the object that a statement would have made. */
function misses(error: ServerError, { subject }: SchemaStatement): boolean {
  const message = messageLine(error)
  return subject.objects.some((object) => {
    const name = object.schema === undefined ? `"${object.name}"` : showName(object)
    const at = message.indexOf(name)
    return at >= 0 && !isWordPart(message[at - 1]) && !isWordPart(message[at + name.length])
  })
}

function isWordPart(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_$]/u.test(character)
}

function describe({ statement, error, shift }: LoadFailure): string {
  const offset = statement.offset + offsetIn(statement.text, error, shift)
  return describeServerError(error, { path: statement.file, text: statement.source, offset })
}

/** Where in a statement's text the error is, in code units from 0; its start where PostgreSQL does not say. */
function offsetIn(text: string, error: ServerError, shift: number): number {
  if (error.position !== undefined) {
    return codeUnits(text, Math.max(0, Number(error.position) - 1 - shift))
  }
  const { internalQuery, internalPosition } = error
  if (internalQuery === undefined || internalPosition === undefined) return 0
  const start = text.indexOf(internalQuery)
  return start < 0 ? 0 : start + codeUnits(internalQuery, Number(internalPosition) - 1)
}

function codeUnits(text: string, characters: number): number {
  return Array.from(text).slice(0, characters).join('').length
}

function describeFollowers(followers: readonly LoadFailure[]): string {
  const places = followers
    .slice(0, 3)
    .map(({ statement: { file, line } }) => `${file}:${String(line)}`)
  const more = followers.length > places.length ? ', …' : ''
  const count =
    followers.length === 1
      ? '1 more statement fails'
      : `${String(followers.length)} more statements fail`
  return `${count} only because of that: ${places.join(', ')}${more}`
}
