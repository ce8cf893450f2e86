import type { CatalogObject } from '../../model/catalog.ts'
import { factsOf } from '../../model/kind.ts'
import { addPart, dropPart } from '../action.ts'
import type { OfPart } from '../action.ts'
import { ownNameOf, parentNameOf, parentTableAddress } from './facets/name.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'

/** Creates a part of an object that is there: a column, a constraint. */
export function createPart(object: CatalogObject, definition: string): Statement {
  return statement({ verb: 'create', object: object.id }, addPart(partOf(object), definition))
}

/** Creates one on a partitioned table alone, not on its partitions. */
export function createPartAlone(object: CatalogObject, definition: string): Statement {
  const { subject, part } = partOf(object)
  const alone = subject.replace(/^table /, 'table only ')
  return statement(
    { verb: 'create', object: object.id },
    addPart({ subject: alone, part }, definition),
  )
}

/** Drops one. */
export function removePart(object: CatalogObject): Statement {
  return statement({ verb: 'drop', object: object.id }, dropPart(partOf(object)))
}

/** How ALTER calls a part of an object, and the object: `column a` of `table public.t`. */
export function partOf(object: CatalogObject): OfPart {
  const { words, rename } = factsOf(object.kind)
  const form = rename?.form ?? 'whole'
  if (form === 'whole') throw new Error(`${object.id}: a ${words} is no part of an object`)
  return {
    subject:
      form.alter === 'table' ? parentTableAddress(object) : `${form.alter} ${parentNameOf(object)}`,
    part: { what: form.part, name: ownNameOf(object) },
  }
}
