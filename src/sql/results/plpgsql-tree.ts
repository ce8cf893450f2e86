import { loadModule, parsePlPgSQLSync } from '../../parser.ts'

/** Parses `create function` in PL/pgSQL, and hands every field of the tree over, from the outside in. */
export async function visitPlpgsql(
  definition: string,
  see: (name: string, value: unknown) => void,
): Promise<void> {
  await loadModule()
  visitFields(parsePlPgSQLSync(definition), see)
}

/** Hands over every field of a tree and of what is in it, from the outside in. */
function visitFields(value: unknown, see: (name: string, value: unknown) => void): void {
  if (typeof value !== 'object' || value === null) return
  for (const [name, field] of Object.entries(value)) {
    see(name, field)
    visitFields(field, see)
  }
}

/** The first text that a tree has as its query: that of a statement or an expression. */
export function queryText(tree: unknown): string | undefined {
  const texts: string[] = []
  visitFields(tree, (name, value) => {
    if (name === 'query' && typeof value === 'string') texts.push(value)
  })
  return texts[0]
}
