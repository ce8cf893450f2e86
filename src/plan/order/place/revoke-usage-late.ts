import { idOf, parseObjectId } from '../../../model/object-id.ts'
import type { ObjectId } from '../../../model/catalog.ts'
import type { Statement } from '../../statement.ts'

/**
 * Moves what is revoked on a schema behind what other roles than the plan's grant and revoke there: a role that may not
 * use a schema finds nothing in it (manual, 5.8 Privileges).
 */
export function revokeUsageLate(statements: readonly Statement[]): readonly Statement[] {
  // Hardly a plan has one.
  const schemas = new Set(statements.filter(isOfOtherRole).map(({ object }) => schemaOf(object)))
  return [...schemas].reduce(moveRevocations, statements)
}

function isOfOtherRole({ action }: Statement): boolean {
  return (action.kind === 'grant' || action.kind === 'revoke') && action.as !== undefined
}

function schemaOf(id: ObjectId): ObjectId {
  return idOf('schema', parseObjectId(id).spelled[0] ?? '')
}

function moveRevocations(statements: readonly Statement[], schema: ObjectId): readonly Statement[] {
  const last = statements.findLastIndex(
    (each) => isOfOtherRole(each) && each.object !== schema && schemaOf(each.object) === schema,
  )
  const moved = movable(statements.slice(0, last + 1), schema)
  const isMoved = (each: Statement): boolean => moved.includes(each)
  return [
    ...statements.slice(0, last + 1).filter((each) => !isMoved(each)),
    ...moved,
    ...statements.slice(last + 1),
  ]
}

/**
 * The last revocations on a schema: those before one that stays stay too, since others may depend on them. What a new
 * owner had is revoked before he is it.
 */
function movable(statements: readonly Statement[], schema: ObjectId): Statement[] {
  const own = statements.filter(({ object }) => object === schema)
  const revoked = own.filter(({ verb }) => verb === 'revoke')
  const stays = revoked.findLastIndex((each) =>
    own
      .slice(own.indexOf(each))
      .some(
        ({ verb, grantee, attribute }) =>
          attribute === 'owner' || (verb === 'grant' && grantee === each.grantee),
      ),
  )
  return revoked.slice(stays + 1)
}
