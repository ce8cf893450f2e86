import type { Statement } from '../../statement.ts'
import { printAction } from '../print-action.ts'

/** Says of a new sequence which column owns it as it is made, where that would be the next statement. */
export function ownFromTheStart(statements: readonly Statement[]): Statement[] {
  return statements.flatMap((each, at) => {
    const [before, next] = [statements[at - 1], statements[at + 1]]
    if (before !== undefined && isOwned(before, each)) return []
    return [next !== undefined && isOwned(each, next) ? withOwner(each, next) : each]
  })
}

/** Whether a statement makes a sequence, and the next one says what owns it. */
function isOwned({ action, object, tells }: Statement, next: Statement): boolean {
  return (
    action.kind === 'create' &&
    tells === undefined &&
    next.object === object &&
    next.attribute === 'ownedBy'
  )
}

function withOwner(statement: Statement, next: Statement): Statement {
  const { action } = statement
  const [owner] = /owned by [^]*$/.exec(printAction(next.action)) ?? []
  return action.kind !== 'create' || owner === undefined
    ? statement
    : { ...statement, action: { ...action, rest: `${action.rest}\n  ${owner}` } }
}
