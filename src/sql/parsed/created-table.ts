import type { CreateStmt, Node } from 'libpg-query'

/** What a statement says of a table that it creates, here or elsewhere; undefined for any other. */
export function createdTable(tree: Node): CreateStmt | undefined {
  if ('CreateStmt' in tree) return tree.CreateStmt
  return 'CreateForeignTableStmt' in tree ? tree.CreateForeignTableStmt.base : undefined
}
