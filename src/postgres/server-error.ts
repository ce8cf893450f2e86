import { UserError } from '../errors.ts'
import { placeOf, renderCaret } from '../sql/place.ts'
import type { Place } from '../sql/place.ts'
import { isSQLError } from './connect.ts'

/**
 * Turns an error of PostgreSQL in a text that came from a file (from its line `line` on) into a sentence with the place: file:line:column,
 * a caret, PostgreSQL's message, detail and hint. Other errors pass. Details of class 23 (integrity constraints)
 * are left out: they repeat the values of rows.
 */
export function asFileError(
  error: unknown,
  text: string,
  { path, line = 1 }: { readonly path: string; readonly line?: number },
): unknown {
  if (!isSQLError(error)) return error
  const offset = offsetOf(error, text)
  const place = offset === undefined ? path : placed(path, line, placeOf(text, offset))
  const lines = [
    `${place}: ${messageLine(error)} (${error.code})`,
    ...(offset === undefined ? [] : [renderCaret(text, offset)]),
    ...labelled('detail', error.code.startsWith('23') ? undefined : error.detail),
    ...labelled('hint', error.hint),
    ...labelled('in', error.where),
  ]
  return new UserError(lines.join('\n'), { cause: error })
}

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

/** The place in the file of a place in a text that starts on the file's line `start`. */
function placed(path: string, start: number, { line, column }: Place): string {
  return `${path}:${String(start + line - 1)}:${String(column)}`
}

function labelled(label: string, text: string | undefined): string[] {
  return text === undefined || text === '' ? [] : [`  ${label}: ${text}`]
}
