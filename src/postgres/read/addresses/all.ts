import { sql } from '../../connect.ts'
import type { SQLQuery } from '../../connect.ts'
import { otherAddresses } from '../other/read.ts'
import { extensionMembers, standingAddresses, typeAddresses } from './others.ts'
import { partAddresses } from './parts.ts'
import { relationAddresses } from './relations.ts'

/**
 * Which address in pg_depend (catalog, oid, number of the column) is of which object, as rows `catalog, oid, column,
 * id`; `area.schemas` are the schemas that are ours. Inner things have the id of the object that they are of.
 */
export function addresses(): SQLQuery {
  return sql.join(
    [
      ...relationAddresses,
      ...typeAddresses,
      ...partAddresses,
      ...standingAddresses,
      extensionMembers,
      otherAddresses(),
    ],
    sql` union all `,
  )
}
