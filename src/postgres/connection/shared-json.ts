/** So many texts are kept at most: a long run does not keep those of databases that are gone. */
const limit = 50_000

const parsed = new Map<string, unknown>()

/**
 * Parses JSON. Equal texts give one and the same value, which nobody may change: in two states of a database most
 * objects are the same, and so are most columns of one database. They are parsed, kept and compared once.
 */
export function parseShared(text: string): unknown {
  const known = parsed.get(text)
  if (known !== undefined) return known
  const value: unknown = JSON.parse(text)
  if (parsed.size >= limit) parsed.clear()
  parsed.set(text, value)
  return value
}
