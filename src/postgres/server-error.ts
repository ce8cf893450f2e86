import { UserError } from '../errors.ts'
import { maskPasswords } from '../sql/scan/mask-passwords.ts'
import { placeOf, renderCaret } from '../sql/scan/place.ts'
import type { Place } from '../sql/scan/place.ts'
import type { Statement } from '../sql/scan/split.ts'
import { adviceOn } from './limit-advice.ts'
import { SQLErrorCode, isSQLError } from './connect.ts'

/** An error that PostgreSQL sent, as far as people see it. */
export interface ServerError extends Error {
  readonly code: string
  readonly detail?: string | undefined
  readonly hint?: string | undefined
  readonly where?: string | undefined
  readonly position?: string | undefined
  /** The place in `internalQuery`: a text that PostgreSQL took from the statement, such as a function's body. */
  readonly internalPosition?: string | undefined
  readonly internalQuery?: string | undefined
}

/** A place in the text of a file; `offset` in code units from 0, if it is known. */
export interface ErrorPlace {
  readonly path: string
  readonly text: string
  readonly offset: number | undefined
}

/**
 * Turns an error of PostgreSQL in a file's text into a sentence with the place, where PostgreSQL says one. Other
 * errors pass.
 */
export function asFileError(
  error: unknown,
  text: string,
  { path }: { readonly path: string },
): unknown {
  if (!isSQLError(error)) return error
  const sentence = describeServerError(error, { path, text, offset: offsetOf(error, text) })
  return new UserError(sentence, { cause: error })
}

/**
 * The same for one statement of a file, whose whole text is `source`: where PostgreSQL says no place, it is the
 * statement's.
 */
export function asStatementError(
  error: unknown,
  { text, file, offset }: Statement,
  source: string,
): unknown {
  if (!isSQLError(error)) return error
  const place = { path: file, text: source, offset: offset + (offsetOf(error, text) ?? 0) }
  return new UserError(describeServerError(error, place), { cause: error })
}

/**
 * Turns PostgreSQL's refusal of a query of ours into a sentence, when it is for the user's rights or limits. Other
 * errors pass.
 */
export function asRefusal(error: unknown, address: string): unknown {
  if (!isSQLError(error)) return error
  const isRight = error.code === SQLErrorCode.INSUFFICIENT_PRIVILEGE
  const advice = isRight ? lackingRight : adviceOn(error)
  if (advice === undefined) return error
  return new UserError(`${address}: ${messageLine(error)} (${error.code}). ${advice}`, {
    cause: error,
  })
}

const lackingRight =
  'The user of the URL lacks that right: connect as the owner, postgres, or have it granted.'

/**
 * PostgreSQL's error with its place: file:line:column, a caret, message, detail and hint. Details of class 23
 * (integrity constraints) are left out: they repeat the values of rows.
 */
export function describeServerError(
  error: ServerError,
  { path, text, offset }: ErrorPlace,
): string {
  const place = offset === undefined ? path : placed(path, placeOf(text, offset))
  return [
    `${place}: ${messageLine(error)} (${error.code})`,
    ...(offset === undefined ? [] : [renderCaret(text, offset)]),
    ...advise(error),
    ...labelled('in', error.where),
  ].join('\n')
}

function advise(error: ServerError): string[] {
  const lacking = lacksExtension(error)
  const own = lacking === false ? [] : labelled('hint', lackingExtension)
  if (lacking === true) return own
  const detail = error.code.startsWith('23') ? undefined : error.detail
  return [...labelled('detail', detail), ...labelled('hint', error.hint), ...own]
}

/**
 * Whether the embedded server was asked for an extension that it was not built with. From PostgreSQL 18 on no error says
 * where a server looks for them (extension_control_path): then it may be another server.
 */
function lacksExtension({ code, message, detail }: ServerError): boolean | 'maybe' {
  if (code !== '0A000' || !/extension ".*" is not available/.test(message)) return false
  if (detail === undefined) return 'maybe'
  return /\/native\/share\/postgresql\/extension\/[^/]*\.control/.test(detail)
}

const lackingExtension =
  'The embedded workbench has the extensions that come with PostgreSQL. Set WORKBENCH_URL to a server that has this one, such as that of `supabase start`.'

/** PostgreSQL's message: the client library puts `error: ` before it and the source behind it. */
export function messageLine(error: Error): string {
  return (error.message.split('\n')[0] ?? '').replace(/^error: /, '')
}

/** The place of the error in code units from 0; PostgreSQL counts characters from 1. */
function offsetOf(
  error: { readonly position?: string | undefined },
  text: string,
): number | undefined {
  if (error.position === undefined) return undefined
  return Array.from(text)
    .slice(0, Number(error.position) - 1)
    .join('').length
}

function placed(path: string, { line, column }: Place): string {
  return `${path}:${String(line)}:${String(column)}`
}

function labelled(label: string, text: string | undefined): string[] {
  return text === undefined || text === '' ? [] : [`  ${label}: ${maskPasswords(text)}`]
}
