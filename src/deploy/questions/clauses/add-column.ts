import type { ColumnDef, Constraint, Node } from 'libpg-query'
import { quoteName } from '../../../sql/quote.ts'
import { textOfTokens, tokensAfter, tokensInBrackets } from '../../../sql/scan/tokens.ts'
import { askRows } from '../ask-rows.ts'
import { fieldsIn, wordsOf } from '../expression.ts'
import { joinFound } from '../found.ts'
import type { TypeFact } from '../facts/database-facts.ts'
import type { Found } from '../found.ts'
import type { Column } from '../world/table.ts'
import { changeTables, findTree, findType } from '../world/world.ts'
import { askCheck } from './add-check.ts'
import type { ClauseRule, ClauseSight } from './clause.ts'

/** `add column`: a required one without a value fails on any row. */
export const askAddColumn: ClauseRule = ({ def, missing_ok: isOptional }, sight) => {
  if (def === undefined || !('ColumnDef' in def)) return {}
  const { table, tree } = sight
  const { colname: name = '' } = def.ColumnDef
  if (isOptional === true && table.columns.some((column) => column.name === name)) return {}
  const facts = columnFacts(def.ColumnDef, sight)
  const column: Column = {
    name,
    origin: undefined,
    value: valueOf(facts, sight),
    type: facts.type,
    typeId: undefined,
    generated: facts.isComputed,
  }
  const ids = new Set((tree ? findTree(sight.world, table) : [table]).map(({ id }) => id))
  const world = changeTables(sight.world, ids, (each) => ({
    ...each,
    columns: [...each.columns, column],
  }))
  const now = world.tables.find(({ id }) => id === table.id) ?? table
  return joinFound([
    askMissing(sight, name, facts),
    ...askParts(facts, { ...sight, world, table: now }),
    { world },
  ])
}

interface ColumnFacts {
  readonly type: string
  readonly constraints: readonly Constraint[]
  readonly isRequired: boolean
  readonly isComputed: boolean
  /** Whether rows that are there get a value that may be other than null. */
  readonly isFilled: boolean
  readonly default: Node | undefined
}

function columnFacts(
  { constraints: nodes = [], typeName }: ColumnDef,
  { scanned, world }: ClauseSight,
): ColumnFacts {
  const constraints = nodes.flatMap(constraintIn)
  const has = (...sorts: readonly string[]): boolean =>
    constraints.some(({ contype = '' }) => sorts.includes(contype))
  const words = wordsOf(typeName?.names)
  const domain = findType(world, words)
  const value = constraints.find(({ contype }) => contype === 'CONSTR_DEFAULT')?.raw_expr
  const isFilledByRule = isSerial(words) || has('CONSTR_IDENTITY', 'CONSTR_GENERATED')
  return {
    type: typeText(scanned, words),
    constraints,
    isRequired: has('CONSTR_NOTNULL', 'CONSTR_PRIMARY') || domain?.notNull === true,
    isComputed: has('CONSTR_GENERATED'),
    isFilled: isFilledByRule || isFilledBy(value, domain),
    default: value,
  }
}

function isFilledBy(value: Node | undefined, domain: TypeFact | undefined): boolean {
  return value === undefined ? domain?.hasDefault === true : !isNull(value)
}

function constraintIn(node: Node): Constraint[] {
  return 'Constraint' in node ? [node.Constraint] : []
}

function isNull(value: Node): boolean {
  return 'A_Const' in value && value.A_Const.isnull === true
}

function isSerial(words: readonly string[]): boolean {
  return /^(?:small|big)?serial\d?$/.test(words.at(-1) ?? '')
}

/** The type as the statement writes it: behind the column's name, before the first constraint. */
function typeText(scanned: ClauseSight['scanned'], words: readonly string[]): string {
  const tokens = tokensAfter(scanned, ['add'])?.tokens ?? []
  const rest = tokens.slice(nameLength(tokens.map(({ word }) => word)))
  const end = rest.findIndex(({ word, depth }) => depth === rest[0]?.depth && ends.has(word))
  const type = end === -1 ? rest : rest.slice(0, end)
  return type.length === 0
    ? words.map(quoteName).join('.')
    : textOfTokens({ text: scanned.text, tokens: type })
}

/** `[column] [if not exists] name` */
function nameLength(words: readonly string[]): number {
  const start = words[0] === 'column' ? 1 : 0
  return words[start] === 'if' ? start + 4 : start + 1
}

const ends: ReadonlySet<string> = new Set(
  (
    'collate constraint not null default generated unique primary check references storage compression ' +
    'deferrable initially options'
  ).split(' '),
)

/** The values that rows get: null without a default, a constant as it is, else unknown. */
function valueOf(
  { type, isFilled, default: value }: ColumnFacts,
  { scanned, world }: ClauseSight,
): string | undefined {
  if ([...world.made].some((name) => type.includes(name))) return undefined
  if (!isFilled) return `null::${type}`
  const tokens = tokensAfter(scanned, ['default'])?.tokens.slice(0, 1) ?? []
  return isLiteral(value) && tokens.some(({ word }) => constant.test(word))
    ? `${textOfTokens({ text: scanned.text, tokens })}::${type}`
    : undefined
}

function isLiteral(value: Node | undefined): boolean {
  return value !== undefined && 'A_Const' in value
}

const constant = /^['\d]|^true$|^false$/

function askMissing(
  { world, table, tree }: ClauseSight,
  name: string,
  { isRequired, isFilled }: ColumnFacts,
): Found {
  if (!isRequired || isFilled) return {}
  return askRows(world, table, {
    outcome: 'fails',
    detail: 'rows without a value for a new column that is NOT NULL',
    column: name,
    tree,
  })
}

/** What the constraints of the column ask. */
function askParts(
  { constraints, isFilled, default: value }: ColumnFacts,
  sight: ClauseSight,
): Found[] {
  const checks = constraints.filter(({ contype }) => contype === 'CONSTR_CHECK')
  const isUnique = constraints.some(
    ({ contype }) => contype === 'CONSTR_UNIQUE' || contype === 'CONSTR_PRIMARY',
  )
  const isOne = value !== undefined && [...fieldsIn(value)].every(({ name }) => name !== 'funcname')
  let { scanned } = sight
  const asked = checks.map((check): Found => {
    const after = tokensAfter(scanned, ['check'])
    if (after === undefined) return {}
    scanned = after
    const inside = tokensInBrackets(after)
    return inside === undefined ? {} : askCheck(sight, textOfTokens(inside), check.raw_expr)
  })
  const alike =
    isUnique && isFilled && isOne
      ? askRows(sight.world, sight.table, {
          outcome: 'fails',
          detail: 'rows with the same value in a new column that is unique',
          tree: false,
          where: 'false',
        })
      : {}
  return [...asked, isUnique && isFilled && isOne ? severalRows(alike) : {}]
}

/** One row is no duplicate: counted are those besides the first. */
function severalRows({ questions = [], ...found }: Found): Found {
  return {
    ...found,
    questions: questions.map((question) => ({
      ...question,
      example: undefined,
      count: question.count
        .replace('pg_catalog.count(*) as count', 'greatest(pg_catalog.count(*) - 1, 0) as count')
        .replace(/ where false$/, ''),
    })),
  }
}
