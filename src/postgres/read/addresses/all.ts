import { sql } from '../../connect.ts'
import type { SQLQuery } from '../../connect.ts'
import { otherAddresses } from '../other/read.ts'
import { extensionMembers, standingAddresses, typeAddresses } from './others.ts'
import { partAddresses } from './parts.ts'
import { relationAddresses } from './relations.ts'

/**
 * Which address in pg_depend (catalog, oid, number of the column) is of which object, as rows `catalog, oid, column,
 * id`; `area.schemas` are the schemas that are ours. Inner things have the id of the object that they are of. Those of
 * kinds that no rule plans cost as much as all the rest: without `others` they are left out.
 */
export function addresses({ others }: { readonly others: boolean }): SQLQuery {
  return sql.join(
    [
      ...relationAddresses,
      ...typeAddresses,
      ...partAddresses,
      ...standingAddresses,
      extensionMembers,
      ...(others ? [otherAddresses()] : []),
    ],
    sql` union all `,
  )
}
