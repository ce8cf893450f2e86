import type { IndexElem, IndexStmt, Node } from 'libpg-query'
import { quoteName, quoteQualified } from '../../../sql/quote.ts'
import {
  splitTokens,
  textOfTokens,
  tokensAfter,
  tokensInBrackets,
} from '../../../sql/scan/tokens.ts'
import type { Scanned } from '../../../sql/scan/tokens.ts'
import { askDuplicates } from '../clauses/unique-rows.ts'
import { hindranceOf, wordsOf } from '../expression.ts'
import type { Found, Rule, Sight } from '../found.ts'
import type { Table } from '../world/table.ts'
import { findTable } from '../world/world.ts'
import type { World } from '../world/world.ts'

/** `create unique index`: fails on rows that share a key. */
export const askUniqueIndex: Rule<IndexStmt> = (statement, sight) => {
  const { relation, unique } = statement
  const table = relation && findTable(sight.world, relation)
  if (unique !== true || table?.origin === undefined) return {}
  const hindrance = hindranceIn(statement, table, sight.world)
  if (hindrance === undefined) return askKeys(statement, table, sight)
  return { reasons: [`${detail} in ${table.name}: ${hindrance}`] }
}

const detail = 'rows with a key that others have'

function askKeys(statement: IndexStmt, table: Table, { world, scanned }: Sight): Found {
  const keys = keysOf(scanned, statement.indexParams ?? [])
  if (keys === undefined)
    return { reasons: [`${detail} in ${table.name}: it has another operator class`] }
  const where = tokensAfter(scanned, ['where'])
  const condition = where === undefined ? {} : { where: textOfTokens(where) }
  const nullsAlike = statement.nulls_not_distinct === true
  return askDuplicates({ world, table }, { keys, nullsAlike, ...condition })
}

function hindranceIn(
  { whereClause, indexParams = [] }: IndexStmt,
  table: Table,
  world: World,
): string | undefined {
  const unknown = table.columns.find(
    ({ name, value }) =>
      value === undefined && indexParams.some((node) => elementOf(node)?.name === name),
  )
  if (unknown !== undefined) return `the values of ${unknown.name} change before, in the same run`
  return [whereClause, ...indexParams]
    .map((node) => hindranceOf(node, table, world))
    .find((reason) => reason !== undefined)
}

function elementOf(node: Node): IndexElem | undefined {
  return 'IndexElem' in node ? node.IndexElem : undefined
}

/** The keys as SQL, each with its collation; undefined where an operator class may say what is alike. */
function keysOf(scanned: Scanned, nodes: readonly Node[]): string[] | undefined {
  const on = tokensAfter(scanned, ['on'])
  const list = on && tokensInBrackets(on)
  const parts = list === undefined ? [] : splitTokens(list)
  const keys = nodes.map((node, at) => keyOf(elementOf(node), parts[at]))
  return keys.includes(undefined) ? undefined : keys.filter((key) => key !== undefined)
}

function keyOf(element: IndexElem | undefined, part: Scanned | undefined): string | undefined {
  if (element === undefined || part === undefined) return undefined
  const operators = wordsOf(element.opclass).at(-1)
  if (operators !== undefined && !/_(?:pattern_)?ops$/.test(operators)) return undefined
  const text = element.name === undefined ? expressionText(part) : quoteName(element.name)
  const collation = wordsOf(element.collation)
  return collation.length === 0 ? text : `(${text}) collate ${quoteQualified(...collation)}`
}

/** An expression ends with its last bracket outside of others: behind it are collation, class and order. */
function expressionText(part: Scanned): string {
  const depth = part.tokens[0]?.depth ?? 0
  const last = part.tokens.findLastIndex((token) => token.word === ')' && token.depth === depth)
  return textOfTokens({ ...part, tokens: part.tokens.slice(0, last + 1) })
}
