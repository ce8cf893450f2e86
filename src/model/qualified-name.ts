const part = String.raw`(?:"(?:[^"]|"")*"|[^\s."(:]+)`
const path = new RegExp(`^${part}(?:\\.${part})*`)
const parts = new RegExp(part, 'g')

/** A qualified name in its parts, each as SQL spells it: `"a.b".c` is `"a.b"` and `c`. What is no such name is one part. */
export function splitName(name: string): readonly string[] {
  return pathOf(name) === name ? (name.match(parts) ?? []) : [name]
}

/** The qualified name that a text begins with: `public."f("` of `public."f("(integer)`. Empty where it begins with none. */
export function pathOf(text: string): string {
  return path.exec(text)?.[0] ?? ''
}

/** The schema of a qualified name, as SQL spells it; empty where it has none. */
export function schemaNameOf(name: string): string {
  const [schema = '', ...rest] = splitName(pathOf(name))
  return rest.length === 0 ? '' : schema
}

/** A name that SQL spells, as PostgreSQL has it: `"a ""b"""` is `a "b"`. */
export function unquoteName(spelled: string): string {
  return spelled.startsWith('"') ? spelled.slice(1, -1).replaceAll('""', '"') : spelled
}
