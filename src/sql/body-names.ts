/** The names that a routine's body is made of, spelled as plainName spells them. */
export interface BodyNames {
  /** Single words: columns, variables, names without their schema. */
  readonly words: ReadonlySet<string>
  /** Words with the one in front of them: `public.notes`, `n.id`. */
  readonly pairs: ReadonlySet<string>
}

/**
 * Finds the names in a body, whatever its language. Comments are passed over; so are literals, unless the body carries
 * out texts (EXECUTE), whose names stand in literals.
 */
export function namesInBody(body: string): BodyNames {
  const text = body.replaceAll(lexeme, (found, comment?: string) =>
    comment === undefined ? found : ' ',
  )
  const isDynamic = /\bexecute\b/i.test(text)
  const code = text.replaceAll(lexeme, (found, _comment, literal?: string) => {
    if (literal === undefined) return found
    return isDynamic ? contentOf(literal) : ' '
  })
  return namesIn(code)
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
  const pairs = new Set<string>()
  for (const [, path = ''] of code.matchAll(pathOrNumber)) {
    const names = path.match(part)?.map(spell) ?? []
    names.forEach((name, at) => {
      words.add(name)
      if (at > 0) pairs.add(`${names[at - 1] ?? ''}.${name}`)
    })
  }
  return { words, pairs }
}

/** What a literal says, without its quotes, also those around literals in it. */
function contentOf(literal: string): string {
  if (literal.startsWith('$')) return literal.replaceAll(/^\$\w*\$|\$\w*\$$/g, ' ')
  const isEscaped = /^e/i.test(literal)
  return (isEscaped ? literal.slice(1).replaceAll(/\\./gs, ' ') : literal).replaceAll("'", ' ')
}

/** Folded as PostgreSQL folds names: letters of ASCII alone (manual, 4.1.1). */
function spell(word: string): string {
  const name = word.startsWith('"')
    ? word.slice(1, -1).replaceAll('""', '"')
    : word.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase())
  return /^[a-z_][a-z0-9_$]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`
}

/** A comment as the first group, a literal as the second; or a quoted name, in which neither begins. */
const lexeme = new RegExp(
  [
    String.raw`(--[^\n]*|${blockComment(3)})`,
    `(${[
      String.raw`(?<![\w$])[Ee]'(?:[^'\\]|\\.|'')*'`,
      "'(?:[^']|'')*'",
      String.raw`(?<![\w$])\$(?<tag>\w*)\$[\s\S]*?\$\k<tag>\$`,
    ].join('|')})`,
    '"(?:[^"]|"")*"',
  ].join('|'),
  'gsu',
)

/** Block comments nest (manual, 4.1.5): here so many deep. */
function blockComment(depth: number): string {
  const inner = depth === 0 ? '' : `|${blockComment(depth - 1)}`
  return String.raw`\/\*(?:(?!\/\*|\*\/).${inner})*\*\/`
}

const word = String.raw`(?:"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*)`
const part = new RegExp(word, 'gu')

/** A name with what it is qualified by as the first group; or a number, whose letters are no name. */
const pathOrNumber = new RegExp(String.raw`(${word}(?:\s*\.\s*${word})*)|\d\w*`, 'gu')
