import type { CatalogObject } from '../../../model/catalog.ts'
import { alter } from '../../action.ts'
import { textIn } from '../../../model/attribute.ts'
import { addressOf } from './name.ts'
import { statement } from '../../statement.ts'
import type { Statement } from '../../statement.ts'

/** Hands an object over. */
export function alterOwner(object: CatalogObject): Statement {
  return statement(
    { verb: 'alter', object: object.id },
    alter(addressOf(object), `owner to ${textIn(object, 'owner')}`),
    { attribute: 'owner' },
  )
}
