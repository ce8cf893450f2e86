import { loadModule, scanSync } from '../../parser.ts'
import { lowercaseWords } from './lowercase.ts'
import { quoteName } from '../quote.ts'

/** A word, a sign or a literal of a statement; a quoted name is spelled as people would write it. */
export interface Piece {
  readonly text: string
  /** The blanks before it. */
  readonly before: string
}

/** Takes a statement apart, with PostgreSQL's own scanner. Comments are left out. */
export async function parsePieces(text: string): Promise<Piece[]> {
  await loadModule()
  const bytes = Buffer.from(text, 'utf8')
  const tokens = scanSync(text).tokens.filter(({ tokenName }) => !tokenName.endsWith('_COMMENT'))
  return tokens.map((token, at) => ({
    text: token.text.startsWith('"') ? spellName(unquote(token.text)) : token.text,
    before: bytes.subarray(tokens[at - 1]?.end ?? token.start, token.start).toString('utf8'),
  }))
}

/** Puts pieces together again: words in lowercase, nothing before the first. */
export function writePieces(pieces: readonly Piece[]): string {
  const text = pieces.map((piece, at) => (at === 0 ? piece.text : piece.before + piece.text))
  return lowercaseWords(text.join(''))
}

/** The texts between the commas outside of brackets. */
export function splitPieces(pieces: readonly Piece[]): Piece[][] {
  const parts: Piece[][] = [[]]
  for (const { piece, depth } of withDepth(pieces)) {
    if (piece.text === ',' && depth === 0) parts.push([])
    else parts.at(-1)?.push(piece)
  }
  return parts
}

/** Each piece with the number of brackets around it; a bracket counts as outside. */
export function withDepth(
  pieces: readonly Piece[],
): { readonly piece: Piece; readonly depth: number }[] {
  let depth = 0
  return pieces.map((piece) => {
    if (closing.has(piece.text)) depth -= 1
    const at = { piece, depth }
    if (opening.has(piece.text)) depth += 1
    return at
  })
}

const opening: ReadonlySet<string> = new Set(['(', '['])
const closing: ReadonlySet<string> = new Set([')', ']'])

/**
 * A name as people write it: quoted where quote_ident would (PostgreSQL's ruleutils.c), which are all keywords but
 * those that are reserved nowhere. Only after libpg-query is loaded, which readPieces does.
 */
export function spellName(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) && isFree(name) ? name : quoteName(name)
}

function isFree(name: string): boolean {
  const kind = scanSync(name).tokens[0]?.keywordName
  return kind === 'NO_KEYWORD' || kind === 'UNRESERVED_KEYWORD'
}

function unquote(text: string): string {
  return text.slice(1, -1).replaceAll('""', '"')
}
