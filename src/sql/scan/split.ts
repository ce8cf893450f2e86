import { hasSqlDetails, loadModule, parseSync } from '../../parser.ts'
import type { Node, RawStmt } from 'libpg-query'
import { UserError } from '../../errors.ts'
import { trimBlanks } from './blank.ts'
import { codeStart } from './code-start.ts'
import { placeOf, renderCaret } from './place.ts'
import type { Place } from './place.ts'

/** One SQL statement of a file. */
export interface Statement {
  readonly file: string
  /** The statement without its semicolon and without the comments before it. */
  readonly text: string
  /** The comments between the statement before and this one, markers included; '' when there are none. */
  readonly leading: string
  /** Where `text` starts in the file: characters from 0, line and column from 1. */
  readonly offset: number
  readonly line: number
  readonly column: number
  /** The parser's name of this sort of statement, such as `CreateStmt`. */
  readonly node: string
  readonly tree: Node
}

/** The files that were split last, by path and text: the newest, and others up to so many characters together. */
const kept = new Map<string, readonly Statement[]>()
const most = 2_000_000
let total = 0

/**
 * Splits a file's text into its statements with PostgreSQL's own parser, in order. The same file is parsed once: a verb
 * asks for it several times, and some megabytes take a second.
 * Throws UserError with file:line:column and a caret when the text is not SQL.
 * (libpg_query counts statements and tokens in bytes of UTF-8, errors in characters.)
 */
export async function splitStatements(text: string, file: string): Promise<readonly Statement[]> {
  const key = `${file}\0${text}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const statements = await split(text, file)
  keep(key, statements)
  return statements
}

function keep(key: string, statements: readonly Statement[]): void {
  if (!kept.has(key)) total += key.length
  kept.set(key, statements)
  for (const oldest of kept.keys()) {
    if (total <= most || oldest === key) return
    kept.delete(oldest)
    total -= oldest.length
  }
}

async function split(text: string, file: string): Promise<readonly Statement[]> {
  await loadModule()
  if (trimBlanks(text) === '') return []
  const parsed = parse(text, file)
  const source = { text, file, bytes: Buffer.from(text, 'utf8') }
  const advance = walkPlaces(source.bytes)
  let end = 0
  return parsed.map((raw) => {
    const statement = statementOf(raw, source, { previousEnd: end, advance })
    end = (raw.stmt_location ?? 0) + (raw.stmt_len ?? 0)
    return statement
  })
}

function parse(text: string, file: string): readonly RawStmt[] {
  // The parser takes a C string: text after a NUL would be ignored silently.
  if (text.includes('\0')) {
    const { line, column } = placeOf(text, text.indexOf('\0'))
    throw new UserError(`${file}:${line}:${column}: a NUL character. Save the file as UTF-8 text.`)
  }
  try {
    return parseSync(text).stmts ?? []
  } catch (error) {
    if (!hasSqlDetails(error)) throw error
    const offset = codeUnitOffset(text, error.sqlDetails?.cursorPosition ?? 0)
    const { line, column } = placeOf(text, offset)
    const place = `${file}:${line}:${column}`
    throw new UserError(`${place}: ${error.message}\n${renderCaret(text, offset)}`, {
      cause: error,
    })
  }
}

interface Source {
  readonly text: string
  readonly file: string
  readonly bytes: Buffer
}

interface Position {
  /** Where the statement before ended, in bytes: what lies between is the comments. */
  readonly previousEnd: number
  readonly advance: (to: number) => Place & { readonly offset: number }
}

function statementOf(raw: RawStmt, source: Source, { previousEnd, advance }: Position): Statement {
  const from = raw.stmt_location ?? 0
  const end = raw.stmt_len === undefined ? source.bytes.length : from + raw.stmt_len
  const start = codeStart(source.bytes, from)
  const tree = raw.stmt
  if (tree === undefined) throw new Error(`${source.file}: the parser returned an empty statement`)
  return {
    file: source.file,
    text: trimBlanks(source.bytes.subarray(start, end).toString('utf8')),
    leading: leadingComments(source.bytes.subarray(previousEnd, start).toString('utf8')),
    ...advance(start),
    node: Object.keys(tree)[0] ?? '',
    tree,
  }
}

/**
 * Walks through a text once: each call goes on to a later byte and answers its offset in code units, its line
 * and its column. Counting from the start for each statement would take minutes on a dump.
 */
function walkPlaces(bytes: Buffer): Position['advance'] {
  const at = { byte: 0, offset: 0, line: 1, column: 1 }
  return (to) => {
    const passed = bytes.subarray(at.byte, to).toString('utf8')
    const lines = passed.split('\n')
    const columns = Array.from(lines.at(-1) ?? '').length
    at.column = lines.length > 1 ? columns + 1 : at.column + columns
    at.line += lines.length - 1
    at.offset += passed.length
    at.byte = to
    return { offset: at.offset, line: at.line, column: at.column }
  }
}

/** The text between two statements without the semicolons that end the first. */
function leadingComments(between: string): string {
  return between.replace(/^[\s;]+/, '').trimEnd()
}

/** Code units before the character number `characters`: PostgreSQL counts an emoji as one. */
function codeUnitOffset(text: string, characters: number): number {
  let offset = 0
  for (let seen = 0; seen < characters && offset < text.length; seen += 1) {
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1
  }
  return offset
}
