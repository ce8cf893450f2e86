import { textOf } from '../../model/attribute.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import type { Context, Refusal } from '../rule.ts'

/**
 * What becomes of a table that comes to be partitioned, is no longer, or is by another key, which no statement changes;
 * undefined for any other.
 */
export function repartition(
  { from, to, attributes }: Altered,
  { conversions }: Context,
): 'replace' | Refusal | undefined {
  if (!attributes.includes('partitionKey')) return undefined
  if (conversions?.get(to.id) === 'recreate') return 'replace'
  const [before, after] = [textOf(from, 'partitionKey'), textOf(to, 'partitionKey')]
  const what =
    before === null
      ? 'it becomes a partitioned table'
      : after === null
        ? 'it is no longer a partitioned table'
        : 'its partition key changes'
  return {
    refused:
      `${what}, and no statement does that to a table with rows. Create another table, move the rows, and drop this one, ` +
      'or write `-- @new` above it to drop it with its rows and create it again',
  }
}
