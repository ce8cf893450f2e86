/** A parse tree of any shape. */
export type Tree = unknown

/** Whether a tree is a node with fields. */
export function isRecord(tree: Tree): tree is Record<string, Tree> {
  return typeof tree === 'object' && tree !== null && !Array.isArray(tree)
}
