import { maskPasswords } from './mask-passwords.ts'

/** A place in a text, counted from 1 as editors do. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** The line and column (both from 1, columns in characters) of a character offset (from 0). */
export function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, Math.max(0, offset))
  const line = before.split('\n').length
  const column = Array.from(before.slice(before.lastIndexOf('\n') + 1)).length + 1
  return { line, column }
}

/** The source line at an offset with a caret under the place, indented by two spaces; passwords are not shown. */
export function renderCaret(text: string, offset: number): string {
  const { line, column } = placeOf(text, offset)
  const source = (maskPasswords(text).split('\n')[line - 1] ?? '').trimEnd().replaceAll('\t', ' ')
  const start = Math.max(0, column - 60)
  const shown = Array.from(source)
    .slice(start, start + 100)
    .join('')
  return `  ${shown}\n  ${' '.repeat(column - 1 - start)}^`
}
