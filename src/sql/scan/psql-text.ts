import { UserError } from '../../errors.ts'
import { placeOf, renderCaret } from './place.ts'
import { stretchesOf } from './stretches.ts'

/** Rows after `copy … from stdin`, as a file has them. */
export interface RowsOfCopy {
  /** Where the statement starts: code units from 0. */
  readonly start: number
  readonly data: string
}

/** A text for psql as a server takes it. */
export interface ServerText {
  /** What only psql knows is blank, so that every character keeps its place. */
  readonly text: string
  readonly rows: readonly RowsOfCopy[]
  /** A sentence for each command that is passed over. */
  readonly notes: readonly string[]
}

/**
 * The text of a file for psql, as a server takes it. Commands of psql that change no database are passed over, and the
 * rows of `copy … from stdin` are taken out. Throws UserError with the place for other commands of psql.
 */
export function withoutPsql(text: string, file: string): ServerText {
  const parts = [...findPsql(text)]
  const refused = parts.find((part) => part.kind === 'command' && !harmless.test(part.line))
  if (refused?.kind === 'command') throw refuseCommand({ text, file }, refused)
  return {
    text: blankOut(text, parts),
    rows: parts.flatMap((part) =>
      part.kind === 'rows'
        ? [{ start: part.start, data: text.slice(part.index, part.index + part.length) }]
        : [],
    ),
    notes: parts.flatMap((part) =>
      part.kind === 'command' && !silent.test(part.line) ? [noteOf({ text, file }, part)] : [],
    ),
  }
}

/**
 * Throws UserError with the place for what only psql knows, pg_dump's `\restrict` too: a file that is sent as it is may
 * have none of it.
 */
export function refusePsql(text: string, file: string): void {
  // Few files have any of these, and looking closely takes a second for a big one.
  if (!/\\|\bstdin\b/i.test(text)) return
  const [first] = findPsql(text)
  if (first?.kind === 'rows') throw refusal({ text, file }, first.start, rowsRefused)
  if (first !== undefined) throw refuseCommand({ text, file }, first)
}

/** What only psql knows, with its place: code units from 0. */
type PsqlPart = Command | Rows

interface Command {
  readonly kind: 'command'
  readonly index: number
  readonly length: number
  readonly line: string
}

interface Rows {
  readonly kind: 'rows'
  readonly index: number
  readonly length: number
  /** Of the statement. */
  readonly start: number
}

function* findPsql(text: string): Generator<PsqlPart> {
  for (let from = 0; from < text.length;) {
    const part = findNext(text, from)
    if (part === undefined) return
    yield part
    from = part.index + part.length
  }
}

/** Rows have quotes in no order, so the search begins again behind them. */
function findNext(text: string, from: number): PsqlPart | undefined {
  let statement = nothingYet
  for (const { found, index } of wordsOf(text, from)) {
    if (found === '\\') {
      const line = lineAt(text, index)
      return { kind: 'command', index, length: line.length, line }
    }
    if (found === ';' && statement.readsRows) return rowsBehind(text, statement.start, index)
    statement = stepOn(statement, found.toLowerCase(), index)
  }
  return undefined
}

/** From the next line to the line `\.`, that one included, or to the end. */
function rowsBehind(text: string, start: number, semicolon: number): PsqlPart {
  const lineEnd = text.indexOf('\n', semicolon)
  const index = lineEnd === -1 ? text.length : lineEnd + 1
  const marks = /^\\\.\r?$/gm
  marks.lastIndex = index
  const mark = marks.exec(text)
  const end = mark === null ? text.length : marks.lastIndex
  return { kind: 'rows', index, length: end - index, start }
}

interface Word {
  readonly found: string
  readonly index: number
}

/** Words, backslashes and semicolons; quoted text is one word. Comments are left out. */
function* wordsOf(text: string, from: number): Generator<Word> {
  for (const { kind, text: stretch, start } of stretchesOf(text.slice(from))) {
    if (kind === 'quoted') yield { found: quoted, index: from + start }
    if (kind !== 'code') continue
    for (const { 0: found, index } of stretch.matchAll(/[\p{L}\p{N}_$]+|\\|;/gu))
      yield { found, index: from + start + index }
  }
}

/** Replaces whatever is in quotes. */
const quoted = "''"

/** pg_dump writes them into each file. */
const silent = /^\\(?:(?:un)?restrict(?:\s|$)|\.$)/
const harmless =
  /^\\(?:\.$|(?:(?:un)?restrict|c|connect|echo|qecho|warn|encoding|pset|set|unset|timing|conninfo|a|t|x|H|d\w*\+?)(?:\s|$))/

const rowsRefused =
  'Rows after `copy … from stdin` are data, and only psql can read them from a file. Leave them out (pg_dump --schema-only).'

function blankOut(text: string, parts: readonly PsqlPart[]): string {
  let end = 0
  const kept = parts.map(({ index, length }) => {
    const blank = text.slice(index, index + length).replaceAll(/[^\n]/g, ' ')
    const before = text.slice(end, index)
    end = index + length
    return before + blank
  })
  return kept.join('') + text.slice(end)
}

function lineAt(text: string, index: number): string {
  return (text.slice(index).split('\n', 1)[0] ?? '').trimEnd()
}

interface OfFile {
  readonly text: string
  readonly file: string
}

function noteOf({ text, file }: OfFile, { index, line }: Command): string {
  const { line: number } = placeOf(text, index)
  return `${file}:${String(number)}: ${nameOf(line)} is a command of psql that changes no database, so it is passed over.`
}

function refuseCommand(of: OfFile, { index, line }: Command): UserError {
  const advice = /^\\(?:i|ir|include|include_relative)(?:\s|$)/.test(line)
    ? 'It reads another file: put the text of that file here'
    : 'Remove it from the file'
  const sentence = `${nameOf(line)} is a command of psql, not SQL. ${advice}.`
  return refusal(of, index, sentence)
}

function nameOf(line: string): string {
  const [command = ''] = line.split(/\s/, 1)
  return command
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
  return { ...progress, last: token, readsRows: progress.readsRows || readsRows }
}

function refusal({ text, file }: OfFile, index: number, sentence: string): UserError {
  const { line, column } = placeOf(text, index)
  const place = `${file}:${String(line)}:${String(column)}`
  return new UserError(`${place}: ${sentence}\n${renderCaret(text, index)}`)
}
