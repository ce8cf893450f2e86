import type { CatalogObject } from '../../model/catalog.ts'
import { objectsOfKind } from '../../model/catalog.ts'
import { recordOf } from '../../model/attribute.ts'
import { nameOf } from '../../model/object-id.ts'
import { renameTo } from '../action.ts'
import type { Context } from '../rule.ts'
import { ofAttribute, statement } from '../statement.ts'
import type { Statement } from '../statement.ts'
import { alterColumn } from './column-statement.ts'
import { areIntegers, goOnFrom, identityOf, nameAside, takesSameSteps } from './handed-over.ts'
import { isNameTaken, nameMeanwhile } from './kept-aside.ts'
import { countedBy } from './sequence-position.ts'

/** The columns that count by a new sequence in the place of their identity, and go on where that is. */
function givers(sequence: CatalogObject, { from, to }: Context): CatalogObject[] {
  if (from.objects.has(sequence.id)) return []
  return objectsOfKind(to, 'column')
    .filter((after) => countedBy(after) === sequence.id && recordOf(after, 'identity') === null)
    .flatMap((after) => {
      const before = from.objects.get(after.id)
      const identity = before === undefined ? null : recordOf(before, 'identity')
      return before !== undefined &&
        identity !== null &&
        areIntegers(before, after) &&
        takesSameSteps(identity, sequence.attributes)
        ? [before]
        : []
    })
}

/** Whether the identity of a column stays until the sequence is there that it hands its position over to. */
export function isHandedBack(before: CatalogObject, context: Context): boolean {
  const after = context.to.objects.get(before.id)
  const sequence = context.to.objects.get((after && countedBy(after)) ?? '')
  return sequence !== undefined && givers(sequence, context).some(({ id }) => id === before.id)
}

/** Gives its name free for what comes. */
export function nameIdentityAside(before: CatalogObject, context: Context): Statement[] {
  const own = identityOf(before, context.from)
  if (own === undefined || !isNameTaken(nameOf(own.id), context.to)) return []
  const name = nameOf(own.id)
  return [
    statement(
      { verb: 'alter', object: own.id },
      renameTo(`sequence ${name}`, nameMeanwhile(name, context)),
    ),
  ]
}

/** Sets a new sequence to where the identities are that it comes for, and takes these away. */
export function takeBack(sequence: CatalogObject, context: Context): Statement[] {
  return givers(sequence, context).flatMap((before) => {
    const own = identityOf(before, context.from)
    if (own === undefined) return []
    const numbers = { before: recordOf(before, 'identity') ?? {}, after: sequence.attributes }
    return [
      goOnFrom(nameAside(own, context), sequence, numbers),
      ...ofAttribute('identity', [alterColumn(before, { part: 'drop identity' })]),
    ]
  })
}
