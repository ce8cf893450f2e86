/**
 * Whether every value of one type is a value of another, so that PostgreSQL turns it by itself and back again without
 * loss. Only the plain cases: anything else is said to be able to lose something.
 */
export function isWidening(from: string, to: string): boolean {
  if (from === to) return true
  if (wider[from]?.includes(to) === true) return true
  const [before, after] = [lengthOf(from), lengthOf(to)]
  return before !== undefined && (to === 'text' || (after !== undefined && before <= after))
}

const wider: Readonly<Record<string, readonly string[]>> = {
  smallint: ['integer', 'bigint', 'numeric'],
  integer: ['bigint', 'numeric'],
  bigint: ['numeric'],
  real: ['double precision'],
  'character varying': ['text'],
  text: ['character varying'],
}

/** The n of `character varying(n)`; undefined for other types. */
function lengthOf(type: string): number | undefined {
  const text = /^character varying\((?<length>\d+)\)$/.exec(type)?.groups?.['length']
  return text === undefined ? undefined : Number(text)
}
