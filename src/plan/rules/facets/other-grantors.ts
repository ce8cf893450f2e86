import { isSameRight } from './right-statements.ts'
import type { Right } from './right-statements.ts'

/** A right that a role granted by a grant option, and not the owner. */
export interface DependentRight extends Right {
  readonly grantor: string
}

/** Whether a right is one of those. */
export function isDependent<Each extends Right>(right: Each): right is Each & DependentRight {
  return right.grantor !== undefined
}

/** What is revoked and granted, in lists that follow each other. */
interface Change<Each> {
  readonly revoked: readonly (readonly Each[])[]
  readonly granted: readonly (readonly Each[])[]
}

/**
 * What leads from one list to another while some of the owner's grants are revoked. PostgreSQL refuses to revoke an
 * option by which somebody granted a right (manual, REVOKE): that right is revoked first, and granted again if it stays.
 */
export function changeDependent<Each extends DependentRight>(
  before: readonly Each[],
  after: readonly Each[],
  lost: readonly Right[],
): Change<Each> {
  const gone = before.filter((right) => !after.some((other) => isSameRight(right, other)))
  const revoked = withDependents(before, [...gone, ...lost])
  const stays = before.filter((right) => !revoked.includes(right))
  const granted = after.filter((right) => !stays.some((other) => isSameRight(right, other)))
  return { revoked: inOrder(revoked).toReversed(), granted: inOrder(granted) }
}

/** Those of a list that are lost, or were granted by an option that is. */
export function withDependents<Each extends DependentRight>(
  list: readonly Each[],
  lost: readonly Right[],
): Each[] {
  const found = new Set<Right>(lost)
  // A set that grows while it is read is read to its end.
  for (const option of found)
    for (const right of list) if (dependsOn(right, option)) found.add(right)
  return list.filter((right) => found.has(right))
}

/** Each list by options that those before it give. */
export function inOrder<Each extends DependentRight>(rights: readonly Each[]): Each[][] {
  const lists: Each[][] = []
  for (let left = rights; left.length > 0;) {
    const waiting = left
    const ready = waiting.filter((right) => !waiting.some((other) => dependsOn(right, other)))
    const next = ready.length === 0 ? [...waiting] : ready
    lists.push(next)
    left = waiting.filter((right) => !next.includes(right))
  }
  return lists
}

function dependsOn(right: DependentRight, option: Right): boolean {
  return (
    option.grantable && option.grantee === right.grantor && option.privilege === right.privilege
  )
}
