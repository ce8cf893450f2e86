import type { Rules } from '../decide/object-change.ts'
import type { Context } from '../rule.ts'
import type { Statement } from '../statement.ts'

/** What a migration says where people write how data moves. */
export const roomText =
  'Data that moves from what is dropped below to what is created above goes here.'

/** Marks the first drop of something that holds data, where something else has come by then that holds some. */
export function leaveRoom(
  statements: readonly Statement[],
  { from, to }: Context,
  rules: Rules,
): readonly Statement[] {
  const holds = ({ object }: Statement): boolean => {
    const found = from.objects.get(object) ?? to.objects.get(object)
    return found !== undefined && rules[found.kind]?.hasData?.(found, { from, to }) === true
  }
  const comes = statements.findIndex(
    (each) => each.verb === 'create' && !from.objects.has(each.object) && holds(each),
  )
  const goes = statements.findIndex(
    (each) => each.verb === 'drop' && !to.objects.has(each.object) && holds(each),
  )
  return comes === -1 || goes < comes
    ? statements
    : statements.map((each, at) => (at === goes ? { ...each, leavesRoom: true } : each))
}
