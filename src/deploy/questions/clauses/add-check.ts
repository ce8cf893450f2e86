import type { Node } from 'libpg-query'
import { askRows } from '../ask-rows.ts'
import { hindranceOf } from '../expression.ts'
import type { Found } from '../found.ts'
import { objectOf } from '../ask-rows.ts'
import type { ClauseSight } from './clause.ts'

/** A check fails on rows for which it is false; null passes. */
export function askCheck(
  { world, table, tree }: Pick<ClauseSight, 'world' | 'table' | 'tree'>,
  expression: string,
  parsed: Node | undefined,
): Found {
  if (table.origin === undefined) return {}
  const detail = 'rows refused by a check'
  const hindrance = hindranceOf(parsed, table, world)
  if (hindrance !== undefined) return { reasons: [`${detail} of ${objectOf(table)}: ${hindrance}`] }
  return askRows(world, table, {
    outcome: 'fails',
    detail: `${detail}: ${shorten(expression)}`,
    tree,
    where: `(${expression}) is false`,
    raises: true,
  })
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
