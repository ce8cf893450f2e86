import { unquoteName } from '../../model/qualified-name.ts'
import { quoteName } from '../quote.ts'
import { stretchesOf } from '../scan/stretches.ts'
import type { Stretch } from '../scan/stretches.ts'

/** The names that a routine's body is made of, spelled as plainName spells them. */
export interface BodyNames {
  /** Single words: columns, variables, names without their schema. */
  readonly words: ReadonlySet<string>
  /** Those that are no keywords: they are quoted, or follow a dot. */
  readonly sure: ReadonlySet<string>
  /** Words with the one in front of them: `public.notes`, `n.id`. */
  readonly pairs: ReadonlySet<string>
  /** Words with none in front of them: `notes`, `n`. */
  readonly heads: ReadonlySet<string>
}

/**
 * Finds the names in a body, whatever its language. Comments are passed over; so are literals, unless the body runs
 * dynamic SQL (EXECUTE), whose names are in literals, or `literals` are asked for.
 */
export function namesInBody(body: string, { literals = false } = {}): BodyNames {
  return namesIn(codeInBody(body, { literals }))
}

/** The code in a body, as namesInBody looks at it: with a space for what it passes over. */
export function codeInBody(body: string, { literals = false } = {}): string {
  const stretches = [...stretchesOf(body)]
  const isDynamic = stretches.some(({ kind, text }) => kind === 'code' && /\bexecute\b/i.test(text))
  return stretches.map((stretch) => codeOf(stretch, literals || isDynamic)).join('')
}

/** Whether a body has a name of the catalog as a word. One that is quoted there may be a keyword where it is not. */
export function hasWord({ words, sure }: BodyNames, name: string): boolean {
  const plain = plainName(name)
  return (plain === name ? words : sure).has(plain)
}

/**
 * A name as names in bodies are compared: without the quotes that only a keyword needs. `public."order"` is
 * `public.order`, `Notes` is `notes`, `"Notes"` stays.
 */
export function plainName(name: string): string {
  return (name.match(part) ?? []).map(spell).join('.')
}

function namesIn(code: string): BodyNames {
  const words = new Set<string>()
  const sure = new Set<string>()
  const pairs = new Set<string>()
  const heads = new Set<string>()
  for (const [, path = ''] of code.matchAll(pathOrNumber)) {
    let last: string | undefined
    for (const found of path.match(part) ?? []) {
      const name = spell(found)
      words.add(name)
      if (last !== undefined || found.startsWith('"')) sure.add(name)
      if (last === undefined) heads.add(name)
      else pairs.add(`${last}.${name}`)
      last = name
    }
  }
  return { words, sure, pairs, heads }
}

/** What a stretch has of names: a quoted name begins neither a comment nor a literal. */
function codeOf({ kind, text }: Stretch, literals: boolean): string {
  if (kind === 'comment') return ' '
  if (kind === 'code' || text.startsWith('"')) return text
  return literals ? contentOf(text) : ' '
}

/** What a literal says, without its quotes, also those around literals in it. */
function contentOf(literal: string): string {
  if (literal.startsWith('$')) return literal.replaceAll(/^\$[^$]*\$|\$[^$]*\$$/g, ' ')
  const isEscaped = /^e/i.test(literal)
  return (isEscaped ? literal.slice(1).replaceAll(/\\./gs, ' ') : literal).replaceAll("'", ' ')
}

/** Folded as PostgreSQL folds names: letters of ASCII alone (manual, 4.1.1). */
function spell(word: string): string {
  const name = word.startsWith('"')
    ? unquoteName(word)
    : word.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase())
  return /^[a-z_][a-z0-9_$]*$/.test(name) ? name : quoteName(name)
}

const word = String.raw`(?:"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*)`
const part = new RegExp(word, 'gu')

/** A name with what it is qualified by as the first group; or a number, whose letters are no name. */
const pathOrNumber = new RegExp(String.raw`(${word}(?:\s*\.\s*${word})*)|\d\w*`, 'gu')
