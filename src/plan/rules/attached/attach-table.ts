import { textIn } from '../../../model/attribute.ts'
import type { CatalogObject, ObjectId } from '../../../model/catalog.ts'
import { nameOf } from '../../../model/object-id.ts'
import { alterBelow } from '../../action.ts'
import { statement } from '../../statement.ts'
import type { Statement } from '../../statement.ts'

/** Takes a partition out of its partitioned table. */
export function detach(parent: ObjectId, { id }: CatalogObject): Statement {
  const action = alterBelow(`table ${nameOf(parent)}`, `detach partition ${nameOf(id)}`)
  return statement({ verb: 'alter', object: id }, action, { attribute: 'detach' })
}

/** Makes a table a partition. */
export function attachTo(parent: ObjectId, partition: CatalogObject): Statement {
  const { id } = partition
  const clause = `attach partition ${nameOf(id)} ${textIn(partition, 'bound')}`
  return statement({ verb: 'alter', object: id }, alterBelow(`table ${nameOf(parent)}`, clause), {
    attribute: 'attach',
  })
}
