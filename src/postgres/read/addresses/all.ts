import { sql } from '../../connect.ts'
import type { SQLQuery } from '../../connect.ts'
import { otherAddresses } from '../other/read.ts'
import type { KindReader } from '../kind-reader.ts'
import type { ExistingKinds } from '../reader.ts'
import * as readers from '../readers.ts'
import type { Addresses } from './address.ts'
import { standingAddresses, typeAddresses } from './others.ts'
import { partAddresses } from './parts.ts'
import { relationAddresses } from './relations.ts'

/**
 * Which address in pg_depend (catalog, oid, number of the column) is of which object, as rows `catalog, oid, column,
 * id`; `area.schemas` are the schemas that are ours. Inner things have the id of the object that they are of. Kinds of
 * which nothing is present are left out. Those that no rule plans cost as much as all the rest: they have to be asked
 * for.
 */
export function addresses(
  existing: ExistingKinds,
  { others }: { readonly others: boolean },
): SQLQuery {
  const present = [...shared, ...ofReaders].filter(({ of }) =>
    of.some((kind) => existing.has(kind)),
  )
  return sql.join(
    [...present.map(({ rows }) => rows), ...(others ? [otherAddresses()] : [])],
    sql` union all `,
  )
}

/** Those of catalogs that hold several kinds, or of objects that count as others. */
const shared: readonly Addresses[] = [
  ...relationAddresses,
  ...typeAddresses,
  ...partAddresses,
  ...standingAddresses,
]

const ofReaders: readonly Addresses[] = Object.values<KindReader>(readers).flatMap(
  ({ of, addresses: rows }) => (rows === undefined ? [] : [{ of, rows }]),
)
