import type { PartitionBoundSpec, RangeVar } from 'libpg-query'
import { quoteName } from '../../../sql/quote.ts'
import {
  splitTokens,
  textOfTokens,
  tokensAfter,
  tokensInBrackets,
} from '../../../sql/scan/tokens.ts'
import type { Scanned } from '../../../sql/scan/tokens.ts'
import { askRows } from '../ask-rows.ts'
import { joinFound } from '../found.ts'
import type { Found, Sight } from '../found.ts'
import type { Table } from '../world/table.ts'
import { changeTables, findTable } from '../world/world.ts'
import type { World } from '../world/world.ts'
import type { ClauseRule } from './clause.ts'

/** `attach partition`: rows beyond its bounds, and rows of the default partition within them. */
export const askAttach: ClauseRule = ({ def }, sight) => {
  if (def === undefined || !('PartitionCmd' in def)) return {}
  const { name, bound } = def.PartitionCmd
  const partition = name && findTable(sight.world, name)
  if (partition === undefined || bound === undefined) return {}
  const ids = new Set([partition.id])
  const world = changeTables(sight.world, ids, (each) => ({
    ...each,
    parents: [...each.parents, sight.table.id],
  }))
  const found = askBound(sight, { parent: sight.table, partition, bound })
  return joinFound([found, { world }])
}

/** `detach partition`, `no inherit`: its rows stay where they are. */
export const askDetach: ClauseRule = ({ def }, { world, table }) => {
  if (def === undefined) return {}
  const name = 'PartitionCmd' in def ? def.PartitionCmd.name : rangeOf(def)
  const other = name && findTable(world, name)
  if (other === undefined) return {}
  const [child, parent] = 'PartitionCmd' in def ? [other, table] : [table, other]
  return {
    world: changeTables(world, new Set([child.id]), (each) => ({
      ...each,
      parents: each.parents.filter((id) => id !== parent.id),
    })),
  }
}

/** `inherit`: the rows of the parent are then those of the heir, too. */
export const askInherit: ClauseRule = ({ def }, { world, table }) => {
  const name = def === undefined ? undefined : rangeOf(def)
  const parent = name && findTable(world, name)
  if (parent === undefined) return {}
  return {
    world: changeTables(world, new Set([table.id]), (each) => ({
      ...each,
      parents: [...each.parents, parent.id],
    })),
  }
}

function rangeOf(node: object): RangeVar | undefined {
  return 'RangeVar' in node && typeof node.RangeVar === 'object' && node.RangeVar !== null
    ? node.RangeVar
    : undefined
}

/** A partition that comes to a table, with its bounds. */
export interface Coming {
  readonly parent: Table
  /** Undefined for one that is created: it has no rows. */
  readonly partition: Table | undefined
  readonly bound: PartitionBoundSpec
}

/** Asks for rows that the bounds of a partition refuse. */
export function askBound(
  { world, scanned }: Pick<Sight, 'world' | 'scanned'>,
  coming: Coming,
): Found {
  const { parent, partition, bound } = coming
  const detail = 'rows beyond the bounds of a partition'
  const fits = bound.is_default === true ? undefined : conditionOf(world, coming, scanned)
  if (fits === undefined) {
    const isAsked = partition?.origin !== undefined
    return isAsked ? { reasons: [`${detail}: they are not evaluated`] } : {}
  }
  const rest = defaultOf(world, parent)
  return joinFound([
    partition === undefined
      ? {}
      : askRows(world, partition, {
          outcome: 'fails',
          detail,
          tree: true,
          where: `(${fits}) is not true`,
        }),
    rest === undefined || rest === partition ? {} : askDefault(world, rest, fits),
  ])
}

/** PostgreSQL passes over rows of the default partition where a list has null, but not always (17, tried). */
function askDefault(world: World, rest: Table, fits: string): Found {
  const detail = 'rows in the default partition, within the bounds of another one'
  if (fits.endsWith(' is null')) return { reasons: [`${detail}: the list has null`] }
  return askRows(world, rest, { outcome: 'fails', detail, tree: true, where: `(${fits}) is true` })
}

function defaultOf(world: World, parent: Table): Table | undefined {
  const fact = world.facts.tables.find(({ id }) => id === parent.id)
  return world.tables.find(
    ({ id, parents }) => id === fact?.defaultPartition && parents.includes(parent.id),
  )
}

/** The bounds as a condition over the rows; undefined where they are not lists or ranges of one column. */
function conditionOf(
  world: World,
  { parent, bound }: Coming,
  scanned: Scanned,
): string | undefined {
  const fact = world.facts.tables.find(({ id }) => id === parent.id)
  const [origin = '', ...others] = fact?.partitionKey ?? []
  const column = parent.columns.find((each) => each.origin === origin && origin !== '')
  if (column === undefined || others.length > 0) return undefined
  return conditions[bound.strategy ?? '']?.(quoteName(column.name), column.type, scanned)
}

type BoundCondition = (name: string, type: string, scanned: Scanned) => string | undefined

const conditions: Readonly<Record<string, BoundCondition>> = {
  l: (name, type, scanned) => listCondition(name, type, textsAfter(scanned, 'in', [])),
  r: (name, type, scanned) => {
    const [low] = textsAfter(scanned, 'from', ['to'])
    const [high] = textsAfter(scanned, 'to', ['with', 'tablespace'])
    if (low === undefined || high === undefined) return undefined
    return [
      `${name} is not null`,
      ...(/^minvalue$/i.test(low) ? [] : [`${name} >= (${low})::${type}`]),
      ...(/^maxvalue$/i.test(high) ? [] : [`${name} < (${high})::${type}`]),
    ].join(' and ')
  },
}

function textsAfter(scanned: Scanned, word: string, ends: readonly string[]): string[] {
  const found = tokensAfter(scanned, [word], ends)
  const inside = found && tokensInBrackets(found)
  return inside === undefined ? [] : splitTokens(inside).map(textOfTokens)
}

function listCondition(name: string, type: string, values: readonly string[]): string {
  const given = values.filter((value) => value.toLowerCase() !== 'null')
  const parts = [
    ...(given.length === 0
      ? []
      : [`${name} in (${given.map((value) => `(${value})::${type}`).join(', ')})`]),
    ...(given.length < values.length ? [`${name} is null`] : []),
  ]
  return parts.join(' or ')
}
