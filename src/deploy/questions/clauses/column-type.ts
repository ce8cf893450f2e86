import type { ColumnDef } from 'libpg-query'
import { quoteName } from '../../../sql/quote.ts'
import { textOfTokens, tokensAfter } from '../../../sql/scan/tokens.ts'
import { askRows } from '../ask-rows.ts'
import { hindranceOf, wordsOf } from '../expression.ts'
import { joinFound } from '../found.ts'
import type { Found } from '../found.ts'
import type { Column } from '../world/table.ts'
import { changeValues } from '../world/rows-of-table.ts'
import { changeTables, findTree } from '../world/world.ts'
import type { World } from '../world/world.ts'
import type { ClauseRule, ClauseSight } from './clause.ts'
import { refusedBy } from './refused-values.ts'

/** `alter column … type`: values that the new type refuses, and those that it changes. */
export const askColumnType: ClauseRule = (command, sight) => {
  const { name = '', def } = command
  const column = sight.table.columns.find((each) => each.name === name)
  const type = typeText(sight.scanned)
  const definition = def !== undefined && 'ColumnDef' in def ? def.ColumnDef : undefined
  if (column === undefined || type === undefined || definition === undefined) return {}
  const expression = tokensAfter(sight.scanned, ['using'])
  const value = expression === undefined ? quoteName(name) : `(${textOfTokens(expression)})`
  return askRetyped(sight, { column, type, value }, definition)
}

function askRetyped(sight: ClauseSight, change: Change, definition: ColumnDef): Found {
  const { column, value } = change
  const after = { world: retype(sight, change, undefined) }
  if (column.origin === undefined || column.generated) return after
  const hindrance = hindranceIn(sight, column, definition)
  if (hindrance === undefined)
    return joinFound([
      askChange(sight, change),
      { world: retype(sight, change, keptValue(change)) },
    ])
  const labels = labelsOf(sight, definition)
  const isRead = column.value !== undefined && isCastOfColumn(value, column.name)
  if (labels !== undefined && isRead) return joinFound([askLabels(sight, change, labels), after])
  const reason = `new type of ${sight.table.name}.${column.name}: ${hindrance}`
  return joinFound([{ reasons: [reason] }, after])
}

function labelsOf({ world }: ClauseSight, { typeName }: ColumnDef): readonly string[] | undefined {
  return world.labels.get(wordsOf(typeName?.names).at(-1) ?? '')
}

function hindranceIn(
  { world, table }: ClauseSight,
  { value }: Column,
  { typeName, raw_default: using }: ColumnDef,
): string | undefined {
  if (value === undefined) return 'its values change before, in the same run'
  return hindranceOf(using, table, world) ?? hindranceOf({ TypeName: typeName ?? {} }, table, world)
}

interface Change {
  readonly column: Column
  /** As the statement writes it. */
  readonly type: string
  /** The new value, as SQL, before it is assigned. */
  readonly value: string
}

function typeText(scanned: ClauseSight['scanned']): string | undefined {
  const type = tokensAfter(scanned, ['type'], ['collate', 'using'])
  return type === undefined ? undefined : textOfTokens(type)
}

/** What is evaluated is evaluated once by the statement, too: an error of it is an answer. */
function askChange({ world, table, tree }: ClauseSight, change: Change): Found {
  const { column, type, value } = change
  const name = quoteName(column.name)
  const refused = refusedBy(type, value)
  const common = { column: column.name, tree }
  const fits = refused === undefined ? '' : ` and (${refused}) is not true`
  return joinFound([
    askRows(world, table, {
      ...common,
      outcome: 'fails',
      detail: `values refused by ${type}`,
      // Without a condition for it, the conversion is evaluated, whose error is the answer.
      where: refused ?? `pg_catalog.num_nulls(${value}::${type}) > 1`,
      raises: true,
    }),
    askRows(world, table, {
      ...common,
      outcome: 'changes values',
      detail: `values changed by ${type}`,
      keeps: 'narrowed values',
      where: `${name} is not null${fits} and ${differs(change)}`,
    }),
  ])
}

/** Some types have no equality. */
function differs(change: Change): string {
  const { type, name } = change.column
  const text = /^(?:json|xml|point|line|lseg|box|path|polygon|circl\w+)\b/.test(type)
    ? '::text'
    : ''
  return `(${keptValue(change)})::${type}${text} is distinct from ${quoteName(name)}${text}`
}

/** The new value, but null where the type refuses it. */
function keptValue({ type, value }: Change): string {
  const refused = refusedBy(type, value)
  return refused === undefined
    ? `${value}::${type}`
    : `case when ${refused} then null else ${value}::${type} end`
}

/** Values of an enum that the same run creates: its labels are known, though not to the database. */
function askLabels(
  { world, table, tree }: ClauseSight,
  { column, type }: Change,
  labels: readonly string[],
): Found {
  const list = labels.map((label) => `'${label.replaceAll("'", "''")}'`).join(', ')
  const name = quoteName(column.name)
  return askRows(world, table, {
    outcome: 'fails',
    detail: `values refused by ${type}`,
    column: column.name,
    tree,
    where: labels.length === 0 ? `${name} is not null` : `${name}::text not in (${list})`,
  })
}

/** Whether an expression is `column::text::type`, `column::type` or the column. */
function isCastOfColumn(value: string, column: string): boolean {
  const bare = value.replace(/^\((?<inner>.*)\)$/s, '$<inner>').trim()
  const [first, ...casts] = bare.split('::').map((part) => part.trim())
  return (
    (first === column || first === quoteName(column)) &&
    casts.length <= 2 &&
    casts.every((cast) => /^[\w."$]+$/.test(cast))
  )
}

/** What follows sees the new values, or none where they cannot be told. */
function retype(
  { world, table, tree }: ClauseSight,
  { column: { name }, type }: Change,
  value: string | undefined,
): World {
  const ids = new Set((tree ? findTree(world, table) : [table]).map(({ id }) => id))
  return changeTables(world, ids, (each) => {
    const changed = value === undefined ? each : changeValues(each, new Map([[name, value]]))
    return {
      ...changed,
      columns: changed.columns.map((column) =>
        column.name === name
          ? {
              ...column,
              type,
              typeId: undefined,
              value: value === undefined ? undefined : column.value,
            }
          : column,
      ),
    }
  })
}
