import { scanSync } from '../../parser.ts'

/** A token of a statement, without comments. */
interface Token {
  /** In lowercase, unless it is a quoted name or a literal. */
  readonly word: string
  /** Code units from 0. */
  readonly start: number
  readonly end: number
  /** How many brackets are around it; a bracket counts as outside. */
  readonly depth: number
}

/** A statement's text with its tokens. */
export interface Scanned {
  readonly text: string
  readonly tokens: readonly Token[]
}

/** Scans a statement as PostgreSQL does. Only after libpg-query is loaded, which splitting a file does. */
export function scanTokens(text: string): Scanned {
  const bytes = Buffer.from(text, 'utf8')
  const isPlain = bytes.length === text.length
  const unit = (byte: number): number =>
    isPlain ? byte : bytes.subarray(0, byte).toString('utf8').length
  let depth = 0
  const tokens = scanSync(text)
    .tokens.filter(({ tokenName }) => !tokenName.endsWith('_COMMENT'))
    .map((token) => {
      if (token.text === ')' || token.text === ']') depth -= 1
      const at = depth
      if (token.text === '(' || token.text === '[') depth += 1
      const isQuoted = /["']/.test(token.text)
      return {
        word: isQuoted ? token.text : token.text.toLowerCase(),
        start: unit(token.start),
        end: unit(token.end),
        depth: at,
      }
    })
  return { text, tokens }
}

/** The text that some tokens take up. */
export function textOfTokens({ text, tokens }: Scanned): string {
  return text.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0)
}

/** The parts between the commas that are in no more brackets than the first token. */
export function splitTokens({ text, tokens }: Scanned): Scanned[] {
  const depth = tokens[0]?.depth ?? 0
  const parts: Token[][] = [[]]
  for (const token of tokens) {
    if (token.word === ',' && token.depth === depth) parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts.map((part) => ({ text, tokens: part }))
}

/** What follows the first of the words outside of brackets, up to one of the words that end it; undefined where none is there. */
export function tokensAfter(
  { text, tokens }: Scanned,
  words: readonly string[],
  ends: readonly string[] = [],
): Scanned | undefined {
  const depth = tokens[0]?.depth ?? 0
  const outside = (token: Token, among: readonly string[]): boolean =>
    token.depth === depth && among.includes(token.word)
  const from = tokens.findIndex((token) => outside(token, words))
  if (from === -1) return undefined
  const rest = tokens.slice(from + 1)
  const to = rest.findIndex((token) => outside(token, ends))
  return { text, tokens: to === -1 ? rest : rest.slice(0, to) }
}

/** What stands in the first brackets outside of others; undefined where there are none. */
export function tokensInBrackets({ text, tokens }: Scanned): Scanned | undefined {
  const depth = tokens[0]?.depth ?? 0
  const from = tokens.findIndex((token) => token.depth === depth && token.word === '(')
  if (from === -1) return undefined
  const rest = tokens.slice(from + 1)
  const to = rest.findIndex((token) => token.depth === depth && token.word === ')')
  return { text, tokens: rest.slice(0, to) }
}
