import { mapCode, stretchesOf } from './stretches.ts'

/**
 * Writes every word of an SQL text in lowercase that is not in quotes: keywords, and names, which PostgreSQL reads
 * in lowercase anyway (the letters A to Z of them). Literals, quoted names, bodies in dollar quotes and comments
 * stay as they are.
 */
export function lowercaseWords(text: string): string {
  return mapCode(text, (code) => code.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase()))
}

/** Splits a text at the commas outside of parentheses, brackets and quotes. */
export function splitAtCommas(text: string): string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const { kind, text: stretch } of stretchesOf(text)) {
    for (const token of kind === 'code' ? stretch : [stretch]) {
      depth += steps[token] ?? 0
      if (token === ',' && depth === 0) parts.push('')
      else parts.push((parts.pop() ?? '') + token)
    }
  }
  return parts.map((part) => part.trim())
}

const steps: Readonly<Record<string, number>> = { '(': 1, '[': 1, ')': -1, ']': -1 }
