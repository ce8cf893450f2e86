import { parseSync } from '../../../parser.ts'
import type { Node } from 'libpg-query'
import type { ConstraintFact } from '../facts/database-facts.ts'
import type { Table } from '../world/table.ts'
import type { Unproved, World } from '../world/world.ts'
import { askCheck } from './add-check.ts'
import type { ClauseRule } from './clause.ts'
import { askUnmatched } from './foreign-key-rows.ts'
import { askNulls } from './set-not-null.ts'

/** `validate constraint`: the rows on which it fails, whoever added it. */
export const askValidate: ClauseRule = ({ name = '' }, sight) => {
  const { world, table } = sight
  const unproved = world.unproved.get(`${String(table.id)}.${name}`) ?? factOf(world, table, name)
  if (unproved === undefined) return {}
  if (unproved.kind === 'check')
    return askCheck(sight, unproved.expression, parseExpression(unproved.expression))
  return unproved.kind === 'not null'
    ? askNulls([unproved.column], sight)
    : askUnmatched(sight, unproved.key)
}

function factOf(world: World, table: Table, name: string): Unproved | undefined {
  const fact = world.facts.constraints.find(
    (each) => each.tableId === table.id && each.name === name && !each.valid,
  )
  return fact === undefined ? undefined : unproved[fact.kind](fact, table, world)
}

type UnprovedOf = (fact: ConstraintFact, table: Table, world: World) => Unproved | undefined

const unproved: Readonly<Record<ConstraintFact['kind'], UnprovedOf>> = {
  check: ({ expression }) => ({ kind: 'check', expression: expression ?? 'true' }),
  'not null': ({ columns }) => ({ kind: 'not null', column: columns[0] ?? '' }),
  'foreign key': ({ columns, otherColumns, match, other: id }, table, world) => {
    const other = world.tables.find((each) => each.id === id)
    if (other === undefined) return undefined
    const key = {
      columns: columns.map((name) => nameNow(table, name)),
      other: id,
      otherColumns: otherColumns.map((name) => nameNow(other, name)),
      full: match === 'f',
    }
    return { kind: 'foreign key', key }
  },
}

function nameNow({ columns }: Table, origin: string): string {
  return columns.find((column) => column.origin === origin)?.name ?? origin
}

/** An expression that the catalog or a statement spells. Only after libpg-query is loaded. */
export function parseExpression(text: string): Node | undefined {
  const [parsed] = parseSync(`select (${text})`).stmts ?? []
  return parsed?.stmt
}
