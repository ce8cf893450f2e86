/** The names that a routine's body is made of, as SQL spells them: in lowercase, or in quotes where it needs them. */
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
  const text = body.replaceAll(comment, (found, literal: string | undefined) =>
    literal === undefined ? ' ' : found,
  )
  const isDynamic = /\bexecute\b/i.test(text)
  const code = isDynamic ? text.replaceAll("'", ' ') : text.replaceAll(literals, ' ')
  const words = new Set<string>()
  const pairs = new Set<string>()
  for (const { groups } of code.matchAll(path)) {
    const parts = (groups?.['path'] ?? '').match(part)?.map(spell) ?? []
    parts.forEach((word, at) => {
      words.add(word)
      if (at > 0) pairs.add(`${parts[at - 1] ?? ''}.${word}`)
    })
  }
  return { words, pairs }
}

const comment = /('(?:[^']|'')*')|--[^\n]*|\/\*[\s\S]*?\*\//g
const literals = /'(?:[^']|'')*'/g
const part = /"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*/gu
const path =
  /(?<path>(?:"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*)(?:\s*\.\s*(?:"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*))*)/gu

/** Quotes that a name does not need are left out, as the catalog spells names. */
function spell(word: string): string {
  if (!word.startsWith('"')) return word.toLowerCase()
  const bare = word.slice(1, -1)
  return /^[a-z_][a-z0-9_]*$/.test(bare) ? bare : word
}
