import type { ObjectId } from '../../../model/catalog.ts'
import { isSameValue } from '../../../model/compare-catalogs.ts'
import { neededBy } from '../../../model/needs.ts'
import type { ObjectStep } from '../object-step.ts'

type States = Pick<ObjectStep, 'from' | 'to'>

/** Whether an object, or a column or type that it needs, loses its collation: values that differed may be equal then. */
export function comparesOtherwise({ id, from, to }: States & { readonly id: ObjectId }): boolean {
  return (
    needsOldCollation(id, { from, to }) ||
    neededBy(from, id).some((needed) => needsOldCollation(needed, { from, to }))
  )
}

/** Whether an object has to go meanwhile because a collation that it needs is dropped or recreated. */
export function needsOldCollation(id: ObjectId, { from, to }: States): boolean {
  return neededBy(from, id).some((needed) => {
    const [before, after] = [from.objects.get(needed), to.objects.get(needed)]
    return (
      before?.kind === 'collation' &&
      ['provider', 'locale', 'lcCollate', 'lcCtype', 'deterministic', 'rules'].some(
        (name) => !isSameValue(before.attributes[name], after?.attributes[name]),
      )
    )
  })
}
