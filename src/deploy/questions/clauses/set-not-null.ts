import { quoteName } from '../../../sql/quote.ts'
import { askRows } from '../ask-rows.ts'
import type { Found } from '../found.ts'
import type { ClauseRule, ClauseSight } from './clause.ts'

/** `set not null`: fails on a null. */
export const askSetNotNull: ClauseRule = ({ name = '' }, sight) => askNulls([name], sight)

/** Asks for rows in which one of the columns is null. */
export function askNulls(
  names: readonly string[],
  { world, table, tree }: Pick<ClauseSight, 'world' | 'table' | 'tree'>,
): Found {
  const columns = table.columns.filter(({ name }) => names.includes(name))
  const unknown = columns.find(({ value }) => value === undefined)
  const detail = 'rows with null in a column that is to be NOT NULL'
  if (unknown !== undefined && table.origin !== undefined)
    return { reasons: [`${detail}: the values of ${unknown.name} change before, in the same run`] }
  if (columns.length === 0) return {}
  const [only] = columns
  return askRows(world, table, {
    outcome: 'fails',
    detail,
    tree,
    ...(columns.length === 1 && only !== undefined && { column: only.name }),
    where: columns.map(({ name }) => `${quoteName(name)} is null`).join(' or '),
  })
}
