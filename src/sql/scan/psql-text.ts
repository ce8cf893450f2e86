import { UserError } from '../../errors.ts'
import { placeOf, renderCaret } from './place.ts'
import { stretchesOf } from './stretches.ts'

/**
 * The text of a file for psql, as a server takes it: pg_dump's lines `\restrict` and `\unrestrict` are blanked, so
 * that every character keeps its place. Throws UserError with the place for other commands of psql, and for rows
 * after `copy … from stdin`: a server knows neither.
 */
export function withoutPsql(text: string, file: string): string {
  return findPsql(text, file, harmless).toReversed().reduce(blankOut, text)
}

/**
 * Throws UserError with the place for what only psql knows, pg_dump's `\restrict` too: a file that is sent as it is may
 * have none of it.
 */
export function refusePsql(text: string, file: string): void {
  // Few files have any of these, and looking closely takes a second for a big one.
  if (/\\|\bstdin\b/i.test(text)) findPsql(text, file, nothing)
}

/** The lines that may stay, to be blanked. */
function findPsql(text: string, file: string, allowed: RegExp): Blank[] {
  const blanks: Blank[] = []
  let statement = nothingYet
  for (const { found, index } of wordsOf(text)) {
    if (found === '\\') {
      const line = lineAt(text, index)
      if (!allowed.test(line)) throw refusal({ text, file }, index, commandOf(line))
      blanks.push({ start: index, length: line.length })
    }
    statement = stepOn(statement, found.toLowerCase(), index)
    if (statement.readsRows) throw refusal({ text, file }, statement.start, rows)
  }
  return blanks
}

interface Word {
  readonly found: string
  readonly index: number
}

/** Words, backslashes and semicolons; quoted text is one word. Comments are left out. */
function* wordsOf(text: string): Generator<Word> {
  for (const { kind, text: stretch, start } of stretchesOf(text)) {
    if (kind === 'quoted') yield { found: quoted, index: start }
    if (kind !== 'code') continue
    for (const { 0: found, index } of stretch.matchAll(/[\p{L}\p{N}_$]+|\\|;/gu))
      yield { found, index: start + index }
  }
}

/** Replaces whatever is in quotes. */
const quoted = "''"

const nothing = /(?!)/
const harmless = /^\\(?:un)?restrict(?:\s|$)/

const rows =
  'Rows after `copy … from stdin` are data, and only psql can read them from a file. Leave them out (pg_dump --schema-only).'

interface Blank {
  readonly start: number
  readonly length: number
}

function blankOut(text: string, { start, length }: Blank): string {
  return text.slice(0, start) + ' '.repeat(length) + text.slice(start + length)
}

function lineAt(text: string, index: number): string {
  return (text.slice(index).split('\n', 1)[0] ?? '').trimEnd()
}

function commandOf(line: string): string {
  const [command = ''] = line.split(/\s/, 1)
  return `${command} is a command of psql, not SQL. Remove it from the file.`
}

/** How far a statement has been read. */
interface Progress {
  readonly start: number
  readonly first: string
  readonly last: string
  readonly readsRows: boolean
}

const nothingYet: Progress = { start: 0, first: '', last: '', readsRows: false }

function stepOn(progress: Progress, token: string, index: number): Progress {
  if (token === ';') return nothingYet
  if (progress.first === '') return { start: index, first: token, last: token, readsRows: false }
  const readsRows = progress.first === 'copy' && progress.last === 'from' && token === 'stdin'
  return { ...progress, last: token, readsRows }
}

function refusal(
  { text, file }: { readonly text: string; readonly file: string },
  index: number,
  sentence: string,
): UserError {
  const { line, column } = placeOf(text, index)
  const place = `${file}:${String(line)}:${String(column)}`
  return new UserError(`${place}: ${sentence}\n${renderCaret(text, index)}`)
}
