import { quoteName } from '../../../sql/quote.ts'
import { askRows } from '../ask-rows.ts'
import type { Found } from '../found.ts'
import { rowsOf } from '../world/rows-of-table.ts'
import type { ClauseSight } from './clause.ts'

/** What may not be there twice: expressions as SQL, of the rows that fit a condition. */
export interface UniqueKey {
  readonly keys: readonly string[]
  readonly where?: string
  /** Whether two nulls are alike. */
  readonly nullsAlike: boolean
}

/** Asks for rows that share a key. */
export function askDuplicates(
  { world, table }: Pick<ClauseSight, 'world' | 'table'>,
  { keys, where, nullsAlike }: UniqueKey,
): Found {
  const conditions = [
    ...(where === undefined ? [] : [`(${where})`]),
    ...(nullsAlike ? [] : keys.map((key) => `(${key}) is not null`)),
  ]
  const tree = table.kind === 'partitioned table'
  const alike = quoteName('rows alike')
  const filter = conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`
  const rows =
    `(select *, pg_catalog.count(*) over (partition by ${keys.join(', ')}) as ${alike} ` +
    `from ${rowsOf(world, table, { tree })}${filter}) as ${quoteName(table.name)}`
  return askRows(world, table, {
    outcome: 'fails',
    detail: `rows with a key that others have: ${keys.join(', ')}`,
    tree,
    from: rows,
    where: `${alike} > 1`,
  })
}
