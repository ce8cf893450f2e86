import { loadModule, scanSync } from '../../parser.ts'
import { UserError } from '../../errors.ts'
import { placeOf, renderCaret } from '../scan/place.ts'
import { splitStatements } from '../scan/split.ts'
import type { Statement } from '../scan/split.ts'
import { isBackfill } from '../scan/txmode.ts'
import { parseBatchText } from './batch-text.ts'
import type { BatchText } from './batch-text.ts'
import { parseBackfillOptions } from './backfill-options.ts'
import type { BackfillOptions } from './backfill-options.ts'

/** A statement of a file that is run in batches. */
export interface Backfill {
  readonly options: BackfillOptions
  readonly text: BatchText
  /** Queries that answer no row, or one with 0 or false, when all is done. Without one the condition tells it. */
  readonly verify: readonly VerifyQuery[]
  /** `file:line:column` of the directive. */
  readonly place: string
}

/** A query of `-- @verify`. */
export interface VerifyQuery {
  readonly text: string
  readonly place: string
}

/** A file with its statements. */
interface ParsedFile {
  readonly path: string
  readonly text: string
  readonly statements: readonly Statement[]
}

/**
 * Reads what the comments above a statement say of its batches. Throws UserError with the place for an unknown or wrong
 * option, and for a statement that is not simple.
 */
export async function parseBackfill(
  statement: Statement,
  file: Pick<ParsedFile, 'path' | 'text'>,
): Promise<Backfill> {
  const [directive, second] = linesOf(statement, file, 'backfill')
  if (directive === undefined) throw new Error(`${file.path}: no directive`)
  if (second !== undefined) throw complain(file, second.offset, 'A second @backfill. Keep one.')
  const options = parseBackfillOptions(directive.rest)
  if ('problem' in options)
    throw complain(file, directive.restOffset + options.at, `@backfill: ${options.problem}`)
  const text = await parseBatchText(statement.text, statement.tree, options)
  if (typeof text === 'string')
    throw complain(file, statement.offset, `@backfill: this statement ${text}.`)
  return {
    options,
    text,
    verify: await Promise.all(
      linesOf(statement, file, 'verify').map(async (line) => verifyOf(line, file)),
    ),
    place: placed(file, directive.offset),
  }
}

/**
 * Throws UserError with the place of the first directive of batches in a file that is wrong, or that has no
 * statement below it. A file without any is not looked at.
 */
export async function refuseWrongBackfills(file: {
  readonly path: string
  readonly text: string
}): Promise<void> {
  if (!/@(?:backfill|verify)\b/.test(file.text)) return
  await loadModule()
  const statements = await splitStatements(file.text, file.path)
  for (const statement of statements.filter(isBackfill)) await parseBackfill(statement, file)
  const attached = new Set(
    statements
      .filter(isBackfill)
      .flatMap((statement) =>
        ['backfill', 'verify'].flatMap((name) => linesOf(statement, file, name)),
      )
      .map(({ offset }) => offset),
  )
  const bytes = Buffer.from(file.text, 'utf8')
  for (const { tokenName, text, start } of scanSync(file.text).tokens) {
    if (!tokenName.endsWith('_COMMENT') || !/^(?:--|\/\*)[\s*]*@(?:backfill|verify)\b/.test(text))
      continue
    const offset = bytes.subarray(0, start).toString('utf8').length
    if (tokenName === 'C_COMMENT')
      throw complain(file, offset, 'A directive is a comment of one line: `-- @backfill …`.')
    if (!attached.has(offset)) throw complain(file, offset, alone)
  }
}

const alone =
  'This directive belongs above the statement that is run in batches: `-- @backfill …`, and below it `-- @verify QUERY`.'

interface DirectiveLine {
  /** Where the comment begins in the file, in code units. */
  readonly offset: number
  /** What follows the name. */
  readonly rest: string
  readonly restOffset: number
}

function linesOf(
  { leading, offset }: Statement,
  file: Pick<ParsedFile, 'text'>,
  name: string,
): DirectiveLine[] {
  const start = file.text.lastIndexOf(leading, offset)
  const line = new RegExp(String.raw`^([^\S\n]*)(--[ \t]*@${name}\b[ \t]*)([^\r\n]*)`, 'gm')
  return Array.from(
    leading.matchAll(line),
    ({ 1: indent = '', 2: head = '', 3: rest = '', index }) => ({
      offset: start + index + indent.length,
      rest: rest.trimEnd(),
      restOffset: start + index + indent.length + head.length,
    }),
  )
}

async function verifyOf(
  { rest, restOffset }: DirectiveLine,
  file: Pick<ParsedFile, 'path' | 'text'>,
): Promise<VerifyQuery> {
  const place = placed(file, restOffset)
  const statements = await splitStatements(rest, place).catch(() => [])
  if (statements.length === 1 && statements[0]?.node === 'SelectStmt')
    return { text: statements[0].text, place }
  throw complain(
    file,
    restOffset,
    '@verify: should be one query on one line, which answers no row, or 0, when all is done.',
  )
}

function complain(
  file: Pick<ParsedFile, 'path' | 'text'>,
  offset: number,
  problem: string,
): UserError {
  return new UserError(`${placed(file, offset)}: ${problem}\n${renderCaret(file.text, offset)}`)
}

function placed({ path, text }: Pick<ParsedFile, 'path' | 'text'>, offset: number): string {
  const { line, column } = placeOf(text, offset)
  return `${path}:${String(line)}:${String(column)}`
}
