import type { Node, UpdateStmt } from 'libpg-query'
import { quoteName } from '../../../sql/quote.ts'
import { splitTokens, textOfTokens, tokensAfter } from '../../../sql/scan/tokens.ts'
import type { Scanned } from '../../../sql/scan/tokens.ts'
import { askRows } from '../ask-rows.ts'
import { hindranceOf } from '../expression.ts'
import { joinFound } from '../found.ts'
import type { Found, Rule, Sight } from '../found.ts'
import { changeValues } from '../world/rows-of-table.ts'
import type { Column, Table } from '../world/table.ts'
import { changeTables, findTree } from '../world/world.ts'
import { afterTriggers, referringTables, unknownRows, writeReason } from './after-write.ts'
import { conditionOf, placeOf, selectRows } from './selected-rows.ts'
import type { RowWrite } from './selected-rows.ts'

/** `update …`: the values that get lost, which are those that are not null before. */
export const askUpdate: Rule<UpdateStmt> = (statement, sight) => {
  const { relation, targetList: targets = [], fromClause: others = [] } = statement
  const place = relation && placeOf(relation, sight.world)
  if (place === undefined) return {}
  const update: Update = {
    ...place,
    where: statement.whereClause,
    others,
    word: 'from',
    hasWith: statement.withClause !== undefined,
    targets,
    names: targets.flatMap(targetName),
  }
  return joinFound([askReplaced(sight, update), leaveValues(sight, update)])
}

interface Update extends RowWrite {
  readonly targets: readonly Node[]
  readonly names: readonly string[]
}

function targetName(node: Node): string[] {
  return 'ResTarget' in node && node.ResTarget.name !== undefined ? [node.ResTarget.name] : []
}

function askReplaced(sight: Sight, update: Update): Found {
  const { table, tree, names } = update
  const stored = table.columns.filter(
    ({ name, origin }) => names.includes(name) && origin !== undefined,
  )
  if (stored.length === 0) return {}
  const selected = selectRows(sight, update)
  if ('reason' in selected) return { reasons: [`update of ${table.name}: ${selected.reason}`] }
  return askRows(sight.world, table, {
    outcome: 'changes values',
    detail: 'values replaced by an update',
    tree,
    chosen: update.where !== undefined || update.others.length > 0,
    from: selected.rows,
    ...hadValues(stored, newValues(sight, update)),
  })
}

/** Rows that had another value in one of the columns; the column, where it is one. */
function hadValues(
  columns: readonly Column[],
  values: ReadonlyMap<string, string> | undefined,
): { readonly where?: string; readonly column?: string } {
  const [only] = columns
  const known = columns.filter(({ value }) => value !== undefined)
  const where = known
    .map(({ name }) => {
      const value = values?.get(name)
      const had = `${quoteName(name)} is not null`
      return value === undefined
        ? had
        : `(${had} and ${quoteName(name)}::text is distinct from (${value})::text)`
    })
    .join(' or ')
  return {
    ...(where !== '' && { where }),
    ...(columns.length === 1 && only !== undefined && { column: only.name }),
  }
}

/** The values that the rows have then; where they cannot be told, those of the columns that are set are unknown. */
function leaveValues(sight: Sight, update: Update): Found {
  const { world } = sight
  const tables = update.tree ? findTree(world, update.table) : [update.table]
  const ids = new Set(tables.map(({ id }) => id))
  const values = newValues(sight, update)
  const after = changeTables(world, ids, (table) =>
    values === undefined
      ? withoutValues(table, update.names)
      : changeValues(table, values, update.alias),
  )
  const referring = referringTables(world, ids, 'onUpdate')
  return afterTriggers(unknownRows(after, referring, writeReason(sight)), tables, sight)
}

function withoutValues(table: Table, names: readonly string[]): Table {
  const isOther = ({ name, generated }: Column): boolean => names.includes(name) || generated
  return {
    ...table,
    columns: table.columns.map((column) =>
      isOther(column) ? { ...column, value: undefined } : column,
    ),
  }
}

/** The values as SQL, a column each; undefined where one cannot be written so. */
function newValues(
  { world, scanned }: Sight,
  { table, names, targets, where, others, hasWith }: Update,
): ReadonlyMap<string, string> | undefined {
  const isComputed = table.columns.some(({ generated }) => generated)
  if (hasWith || isComputed || others.length > 0 || !targets.every(isPlainTarget)) return undefined
  const hindered = [where, ...targets].some((node) => hindranceOf(node, table, world) !== undefined)
  const parts = partsOf(scanned)
  if (hindered || parts.length !== names.length) return undefined
  const condition = conditionOf(scanned)
  return new Map(
    names.map((name, at) => {
      const type = table.columns.find((column) => column.name === name)?.type ?? 'text'
      const value = `(${parts[at] ?? ''})::${type}`
      return [
        name,
        condition === undefined
          ? value
          : `case when ${condition} then ${value} else ${quoteName(name)} end`,
      ]
    }),
  )
}

/** The expressions of SET, behind `name =`. */
function partsOf(scanned: Scanned): string[] {
  const set = tokensAfter(scanned, ['set'], ['where', 'returning'])
  if (set === undefined) return []
  return splitTokens(set).map(({ text, tokens }) => textOfTokens({ text, tokens: tokens.slice(2) }))
}

/** `name = expression`, and no default, field or list. */
function isPlainTarget(node: Node): boolean {
  if (!('ResTarget' in node)) return false
  const { val, indirection } = node.ResTarget
  const isWritten = val !== undefined && !('SetToDefault' in val) && !('MultiAssignRef' in val)
  return indirection === undefined && isWritten
}
