import { loadModule, scanSync } from '../parser.ts'
import type { Declared } from './parsed/declared.ts'
import { declaredBy } from './parsed/declared.ts'
import { parseDirective } from './directive-text.ts'
import type { Request } from './directive-text.ts'
import { indexLines } from './scan/line-index.ts'
import { isLintIgnore } from './scan/lint-ignores.ts'
import type { LineAt } from './scan/line-index.ts'
import { renderCaret } from './scan/place.ts'
import type { Statement } from './scan/split.ts'

/** A file's text and its statements. */
export interface SqlFile {
  /** The path as messages print it. */
  readonly path: string
  readonly text: string
  readonly statements: readonly Statement[]
}

/** Something that a file declares, and what a directive above it says of it. */
export interface Declaration extends Declared {
  readonly file: string
  /** Where a directive about it goes: the line that it starts on, from 1. */
  readonly line: number
  /** Whether it is the first on its line. */
  readonly startsLine: boolean
  /** Nothing when no directive is above it. */
  readonly request: Request | undefined
  /** `file:line:column` of the directive, else of what is declared. */
  readonly place: string
}

/** What a file declares, and a sentence with its place for each directive that is none. */
export interface FileDirectives {
  readonly declarations: readonly Declaration[]
  readonly problems: readonly string[]
}

/**
 * Reads the directives of a file (`-- @renamed from=old_name` on a separate line, directly above what it is about) and
 * what they may be about. Comments inside literals and bodies are none of them.
 */
export async function parseDirectives(file: SqlFile): Promise<FileDirectives> {
  await loadModule()
  const source = sourceOf(file)
  const declared = declareAll(source)
  const found = source.tokens
    .filter(isDirective)
    .map((token) => ({ token, ...parseAbove(token, source, declared) }))
  const requested = new Map<Declared, (typeof found)[number]>()
  const problems = found.flatMap((each) => {
    const { problem, about } = each
    if (about !== undefined && requested.has(about)) return [complain(source, each.token, twice)]
    if (about !== undefined) requested.set(about, each)
    return problem === undefined ? [] : [complain(source, each.token, problem)]
  })
  const declarations = declared.map((each) => describe(each, source, requested.get(each)))
  return { declarations, problems }
}

/**
 * A text without its directives and ignores of rules: what is copied from a schema file into a migration has no use
 * for them.
 */
export async function withoutDirectives(text: string): Promise<string> {
  if (!mayHaveDirective.test(text) && !text.includes('lint-ignore')) return text
  await loadModule()
  const bytes = Buffer.from(text, 'utf8')
  const kept: string[] = []
  let end = 0
  for (const token of scanSync(text).tokens.filter(isForTools)) {
    const before = bytes.subarray(end, token.start).toString('utf8')
    kept.push(before.replace(/[ \t]*$/, ''))
    end = token.end + (bytes[token.end] === newline ? 1 : 0)
  }
  return kept.join('') + bytes.subarray(end).toString('utf8')
}

const newline = '\n'.charCodeAt(0)

const twice = 'Two directives about one object. Keep one of them.'

function describe(
  declared: Declared,
  source: Source,
  above: { readonly token: Token; readonly request?: Request } | undefined,
): Declaration {
  const { line, before } = source.lineAt(declared.offset)
  return {
    ...declared,
    file: source.path,
    line,
    startsLine: before.trim() === '',
    request: above?.request,
    place: placeIn(source, above?.token.start ?? declared.offset),
  }
}

interface Token {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly tokenName: string
}

interface Source extends SqlFile {
  readonly bytes: Buffer
  readonly tokens: readonly Token[]
  readonly lineAt: LineAt
}

function sourceOf(file: SqlFile): Source {
  const bytes = Buffer.from(file.text, 'utf8')
  const tokens = needsTokens(file) ? scanSync(file.text).tokens : []
  return { ...file, bytes, tokens, lineAt: indexLines(bytes) }
}

/** Most files have no directive, and no labels to which one could belong. The scanner dislikes an empty text. */
function needsTokens({ text, statements }: SqlFile): boolean {
  return mayHaveDirective.test(text) || statements.some(({ node }) => node === 'CreateEnumStmt')
}

/** A comment that begins as a directive does. It may stand in a literal. */
const mayHaveDirective = /--[ \t]*@|\/\*[\s*]*@/

function isDirective({ tokenName, text }: Token): boolean {
  if (tokenName === 'SQL_COMMENT') return /^--[ \t]*@\S/.test(text)
  return tokenName === 'C_COMMENT' && /^\/\*[\s*]*@(?:renamed|new|using)\b/.test(text)
}

function isForTools(token: Token): boolean {
  return isDirective(token) || isLintIgnore(token.text)
}

/** What all statements declare. Places are counted on from statement to statement: a dump has many. */
function declareAll({ statements, text: whole, tokens }: Source): Declared[] {
  const at = { offset: 0, byte: 0 }
  return statements.flatMap(({ tree, node, offset, text }) => {
    const start = at.byte + Buffer.byteLength(whole.slice(at.offset, offset), 'utf8')
    Object.assign(at, { offset, byte: start })
    const end = start + Buffer.byteLength(text, 'utf8')
    const own = (token: Token): boolean =>
      isLiteral(token) && token.start >= start && token.end <= end
    const literals = node === 'CreateEnumStmt' ? tokens.filter(own) : []
    return declaredBy({ tree, offset: start, literals: literals.map((token) => token.start) })
  })
}

function isLiteral({ tokenName }: Token): boolean {
  return tokenName === 'SCONST' || tokenName === 'USCONST'
}

interface Above {
  readonly problem?: string
  readonly about?: Declared
  readonly request?: Request
}

function parseAbove(token: Token, source: Source, declared: readonly Declared[]): Above {
  if (token.tokenName === 'C_COMMENT')
    return { problem: 'A directive is a comment of one line: `-- @…`.' }
  if (!standsAlone(token, source)) {
    return { problem: 'A directive has a separate line, above the object that it is about.' }
  }
  const about = declared.find(({ offset }) => offset === nextBelow(token, source))
  const read = parseDirective(token.text, about?.kind)
  if ('problem' in read) return read
  return about === undefined ? { problem: nothingBelow } : { about, request: read.request }
}

const nothingBelow =
  'Nothing directly below this directive has a name. It must be on the line above a column, ' +
  'constraint, label, table, type, function, view, index, policy, trigger or a similar object.'

function standsAlone({ start }: Token, { lineAt }: Source): boolean {
  return lineAt(start).before.trim() === ''
}

/** Where the next statement or element starts; nothing after a blank line. */
function nextBelow(token: Token, { tokens, bytes }: Source): number | undefined {
  let end = token.end
  for (const next of tokens.filter(({ start }) => start > token.start)) {
    const between = bytes.subarray(end, next.start).toString('utf8')
    if (between.split('\n').length > 2) return undefined
    if (!next.tokenName.endsWith('_COMMENT')) return next.start
    end = next.end
  }
  return undefined
}

function placeIn({ path, lineAt }: Source, byte: number): string {
  const { line, before } = lineAt(byte)
  return `${path}:${String(line)}:${String(Array.from(before).length + 1)}`
}

function complain(source: Source, { start }: Token, problem: string): string {
  const offset = source.bytes.subarray(0, start).toString('utf8').length
  return `${placeIn(source, start)}: ${problem}\n${renderCaret(source.text, offset)}`
}
