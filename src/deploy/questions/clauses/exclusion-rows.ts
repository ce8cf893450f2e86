import type { Constraint } from 'libpg-query'
import { quoteName } from '../../../sql/quote.ts'
import { askRows } from '../ask-rows.ts'
import { wordsOf } from '../expression.ts'
import type { Found } from '../found.ts'
import { rowId, rowsOf } from '../world/rows-of-table.ts'
import type { ClauseSight } from './clause.ts'

/** An exclusion constraint fails on two rows for which all of its operators hold. */
export function askExclusion({ world, table }: ClauseSight, constraint: Constraint): Found {
  if (table.origin === undefined) return {}
  const detail = 'rows refused by an exclusion constraint'
  const pairs = (constraint.exclusions ?? []).map((node) =>
    'List' in node ? pairOf(node.List.items ?? []) : undefined,
  )
  const isPlain = constraint.where_clause === undefined && !pairs.includes(undefined)
  if (!isPlain || table.kind === 'partitioned table')
    return { reasons: [`${detail}: it has expressions or a condition`] }
  const [left, right] = [quoteName(table.name), quoteName('other row')]
  const overlap = pairs.map((pair) => {
    const name = quoteName(pair?.name ?? '')
    return `${left}.${name} ${pair?.operator ?? '='} ${right}.${name}`
  })
  const others = rowsOf(world, table, { tree: false, alias: 'other row' })
  return askRows(world, table, {
    outcome: 'fails',
    detail,
    tree: false,
    where: `exists (select from ${others} where ${left}.${rowId} <> ${right}.${rowId} and ${overlap.join(' and ')})`,
  })
}

interface Pair {
  readonly name: string
  readonly operator: string
}

function pairOf([element, operator]: readonly unknown[]): Pair | undefined {
  const name = textAt(element, ['IndexElem', 'name'])
  const words = wordsOf(at(operator, ['List', 'items']))
  const sign = words.at(-1)
  if (name === undefined || sign === undefined) return undefined
  const schema = words.length > 1 ? `${quoteName(words[0] ?? '')}.` : ''
  return { name, operator: schema === '' ? sign : `operator(${schema}${sign})` }
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null
        ? Object.entries(inner).find(([key]) => key === name)?.[1]
        : undefined,
    value,
  )
}

function textAt(value: unknown, path: readonly string[]): string | undefined {
  const found = at(value, path)
  return typeof found === 'string' ? found : undefined
}
