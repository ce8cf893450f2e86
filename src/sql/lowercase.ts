/**
 * Writes every word of an SQL text in lowercase that is not in quotes: keywords, and names, which PostgreSQL reads in
 * lowercase anyway. Literals, quoted names, bodies in dollar quotes and comments stay as they are.
 */
export function lowercaseWords(text: string): string {
  return text.replaceAll(piece, (found, quoted: string | undefined) =>
    quoted === undefined ? found.toLowerCase() : found,
  )
}

/** What is in quotes, whole, as the first group; or a word. A word may hold digits and dollars, so that `a$1$` opens no quote. */
const piece = new RegExp(
  [
    `(${[
      String.raw`\b[Ee]'(?:[^'\\]|\\.|'')*'`,
      "'(?:[^']|'')*'",
      '"(?:[^"]|"")*"',
      String.raw`(?<![\w$])\$(?<tag>\w*)\$[\s\S]*?\$\k<tag>\$`,
      String.raw`--[^\n]*`,
      String.raw`\/\*[\s\S]*?\*\/`,
    ].join('|')})`,
    String.raw`[\p{L}_][\p{L}\p{N}_$]*`,
  ].join('|'),
  'gsu',
)

/** Splits a text at the commas that stand in no parentheses, brackets or quotes. */
export function splitAtCommas(text: string): string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const [token] of text.matchAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[\s\S]/g)) {
    depth += steps[token] ?? 0
    if (token === ',' && depth === 0) parts.push('')
    else parts.push((parts.pop() ?? '') + token)
  }
  return parts.map((part) => part.trim())
}

const steps: Readonly<Record<string, number>> = { '(': 1, '[': 1, ')': -1, ']': -1 }
