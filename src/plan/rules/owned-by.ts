import type { CatalogObject, ObjectId } from '../../model/catalog.ts'
import { nameOf } from '../../model/object-id.ts'
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
