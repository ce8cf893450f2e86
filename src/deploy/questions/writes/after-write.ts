import { objectOf } from '../ask-rows.ts'
import type { Found, Sight } from '../found.ts'
import type { Table } from '../world/table.ts'
import { blindWorld, changeTables } from '../world/world.ts'
import type { World } from '../world/world.ts'

/** The statement as a reason why rows cannot be told: `down/002_a.sql:3 changes rows before`. */
export function writeReason({ statement }: Sight): string {
  const file = statement.file.split(/[\\/]/).at(-1) ?? statement.file
  return `${file}:${String(statement.line)} may change its rows before`
}

/** The world after a write that cannot be told. */
export function unknownRows(world: World, tables: readonly Table[], reason: string): World {
  return changeTables(world, new Set(tables.map(({ id }) => id)), (table) => ({
    ...table,
    unknown: table.unknown ?? reason,
    filled: true,
  }))
}

/** Triggers run with a write: they may write any rows. */
export function afterTriggers(world: World, tables: readonly Table[], sight: Sight): Found {
  const busy = tables.find(({ triggers, origin }) => triggers && origin !== undefined)
  if (busy === undefined) return { world }
  return {
    reasons: [`triggers of ${objectOf(busy)} may change other rows`],
    world: blindWorld(world, writeReason(sight)),
  }
}

/** The tables in which foreign keys change rows when others are deleted or get another key. */
export function referringTables(
  { tables, facts }: World,
  ids: ReadonlySet<number>,
  when: 'onDelete' | 'onUpdate',
): Table[] {
  const keys = facts.constraints.filter((key) => ids.has(key.other) && 'cnd'.includes(key[when]))
  return tables.filter(({ id }) => keys.some(({ tableId }) => tableId === id))
}
