import { quoteName } from '../../../sql/quote.ts'
import { askRows, objectOf } from '../ask-rows.ts'
import type { Found } from '../found.ts'
import type { ForeignKey } from '../world/referring-key.ts'
import { rowsOf, whyUnknown } from '../world/rows-of-table.ts'
import type { Table } from '../world/table.ts'
import type { World } from '../world/world.ts'
import type { ClauseSight } from './clause.ts'

/** Asks for rows that refer to none. */
export function askUnmatched(
  { world, table }: Pick<ClauseSight, 'world' | 'table'>,
  key: ForeignKey,
): Found {
  if (table.origin === undefined) return {}
  const other = world.tables.find(({ id }) => id === key.other)
  const detail = 'rows without a match'
  if (other === undefined) return { reasons: [`${detail}: the other table is not known`] }
  const hindrance = hindranceOfKey(world, { table, other }, key)
  if (hindrance !== undefined) return { reasons: [`${detail}: ${hindrance}`] }
  return askRows(world, table, {
    outcome: 'fails',
    detail: `${detail} in ${objectOf(other)}`,
    tree: table.kind === 'partitioned table',
    where: unmatched(world, { table, other }, key),
  })
}

interface Both {
  readonly table: Table
  readonly other: Table
}

function hindranceOfKey(world: World, { table, other }: Both, key: ForeignKey): string | undefined {
  const written = whyUnknown(world, other, true)
  if (written !== undefined) return written
  // Rows that the run puts in may be those that are referred to.
  if (other.filled) return `the same run puts rows into ${other.name}`
  return hasValues(table, key.columns) && hasValues(other, key.otherColumns)
    ? undefined
    : 'values of its columns change before, in the same run'
}

function hasValues({ columns }: Table, names: readonly string[]): boolean {
  return names.every((name) =>
    columns.some((column) => column.name === name && column.value !== undefined),
  )
}

function unmatched(
  world: World,
  { table, other }: Both,
  { columns, otherColumns, full }: ForeignKey,
): string {
  const own = (name: string): string => `${quoteName(table.name)}.${quoteName(name)}`
  const pairs = columns.map(
    (name, at) => `referred.${quoteName(otherColumns[at] ?? '')} = ${own(name)}`,
  )
  const given = columns.map((name) => `${own(name)} is not null`).join(' and ')
  const rows = rowsOf(world, other, { tree: other.kind === 'partitioned table', alias: 'referred' })
  const lone = `(${given} and not exists (select from ${rows} where ${pairs.join(' and ')}))`
  if (!full || columns.length === 1) return lone
  const some = columns.map((name) => `${own(name)} is not null`).join(' or ')
  return `(${lone} or ((${some}) and not (${given})))`
}
