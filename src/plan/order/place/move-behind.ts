import type { Statement } from '../../statement.ts'

/** Moves a statement behind the place of another one; where it is there already, nothing moves. */
export function moveBehind(
  statements: readonly Statement[],
  moved: Statement,
  last: number,
): readonly Statement[] {
  const at = statements.indexOf(moved)
  if (last < at) return statements
  return [
    ...statements.slice(0, at),
    ...statements.slice(at + 1, last + 1),
    moved,
    ...statements.slice(last + 1),
  ]
}
