import type { Catalog, CatalogObject, ObjectId } from '../../model/catalog.ts'
import { idAt, nameOf } from '../../model/object-id.ts'
import { alter } from '../action.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'

/** Says which column owns a sequence; null for none. */
export function ownedBy({ id }: CatalogObject, owner: ObjectId | null): Statement {
  return statement(
    { verb: 'alter', object: id },
    alter(`sequence ${nameOf(id)}`, `owned by ${owner === null ? 'none' : nameOf(owner)}`),
    { attribute: 'ownedBy' },
  )
}

/** The table whose column owns a sequence of a state; undefined where none does, or there is no such sequence. */
export function tableOwning(sequence: ObjectId, { objects }: Catalog): ObjectId | undefined {
  const found = objects.get(sequence)
  const column = found === undefined ? null : idAt(found, 'ownedBy')
  return objects.get(column ?? '')?.parent ?? undefined
}
