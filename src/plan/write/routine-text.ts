import { lowercaseWords, splitAtCommas } from '../../sql/scan/lowercase.ts'
import { maskQuoted, stretchesOf } from '../../sql/scan/stretches.ts'

/**
 * Writes what pg_get_functiondef prints as a person would: a clause a line, in the order returns, language, volatility,
 * security, settings, as; the body, which is the author's, stays to the letter. What is not printed in that form comes
 * back as it was.
 */
export function routineText(definition: string): string {
  const printed = takeApart(definition)
  if (printed === undefined) return lowercaseWords(definition)
  const { head, tag, body } = printed
  const quote = /\$\$|\$$/.test(body) ? tag : '$$'
  const [first = '', ...clauses] = linesOf(head)
  return [signature(first), ...clauses.flatMap(clauseLines), `as ${quote}${body}${quote}`].join(
    '\n',
  )
}

interface Printed {
  readonly head: string
  /** The dollar quote. */
  readonly tag: string
  readonly body: string
}

function takeApart(definition: string): Printed | undefined {
  const stretches = [...stretchesOf(definition)]
  const at = stretches.findIndex(
    ({ kind, text }, index) =>
      kind === 'quoted' && text.startsWith('$') && stretches[index - 1]?.text.endsWith('\nAS '),
  )
  const { text, start } = stretches[at] ?? { text: '', start: 0 }
  const tag = /^\$(?:function|procedure)x*\$/.exec(text)?.[0]
  if (tag === undefined) return undefined
  const head = definition.slice(0, start - '\nAS '.length)
  return { head, tag, body: text.slice(tag.length, -tag.length) }
}

/** The lines of a text; what is in quotes stays on the line on which it begins. */
function linesOf(text: string): string[] {
  const lines = ['']
  for (const { kind, text: stretch } of stretchesOf(text)) {
    const [rest = '', ...others] = kind === 'code' ? stretch.split('\n') : [stretch]
    lines.push((lines.pop() ?? '') + rest, ...others)
  }
  return lines
}

/** `create function a.f(p integer, q text)`: one line for one parameter, else a parameter a line. */
function signature(line: string): string {
  const at = maskQuoted(line).indexOf('(')
  if (at === -1 || !line.endsWith(')')) return lowercaseWords(line)
  return inParentheses(lowercaseWords(line.slice(0, at)), line.slice(at + 1, -1))
}

function inParentheses(head: string, list: string): string {
  const parts = splitAtCommas(lowercaseWords(list))
  if (parts.length < 2) return `${head}(${parts.join('')})`
  return `${head}(\n${parts.map((part) => `  ${part}`).join(',\n')}\n)`
}

/** One line of the header, as the lines that it becomes. */
function clauseLines(line: string): string[] {
  const text = line.trim()
  const table = /^RETURNS TABLE\((?<list>.*)\)$/s.exec(text)?.groups?.['list']
  if (table !== undefined) return [inParentheses('returns table ', table)]
  if (text.startsWith('SET ')) return [text.replace(/^SET (\S+) TO /, 'set $1 = ')]
  if (!characteristics.test(text)) return [lowercaseWords(text)]
  return Array.from(text.matchAll(characteristic), ([part]) => part.toLowerCase())
}

/** What pg_get_functiondef puts on one line (ruleutils.c). SUPPORT names a function and stays on its line. */
const words =
  'WINDOW|IMMUTABLE|STABLE|VOLATILE|NOT LEAKPROOF|LEAKPROOF|STRICT|SECURITY DEFINER|PARALLEL SAFE|PARALLEL RESTRICTED|COST [0-9.e+]+|ROWS [0-9.e+]+'
const characteristic = new RegExp(words, 'g')
const characteristics = new RegExp(`^(?:(?:${words}) ?)+$`)
