import type {
  CreateDomainStmt,
  CreateEnumStmt,
  CreateFunctionStmt,
  CreateTrigStmt,
  Node,
  RuleStmt,
} from 'libpg-query'
import { fieldsIn, wordsOf } from '../expression.ts'
import type { Rule } from '../found.ts'
import type { TypeFact } from '../facts/database-facts.ts'
import { changeTables, findTable, findType } from '../world/world.ts'
import type { World } from '../world/world.ts'

/** `create function`: what calls it, the database cannot evaluate before. */
export const askCreateFunction: Rule<CreateFunctionStmt> = (statement, { world }) => {
  const words = wordsOf(statement.funcname)
  const made = withMade(world, words)
  if (!isVolatile(statement)) return { world: made }
  return { world: { ...made, madeWriters: new Set([...world.madeWriters, ...words.slice(-1)]) } }
}

/** Others may not write: PostgreSQL refuses it. */
function isVolatile({ options = [] }: CreateFunctionStmt): boolean {
  const said = options.flatMap((node) =>
    'DefElem' in node && node.DefElem.defname === 'volatility' ? [node.DefElem.arg] : [],
  )[0]
  return said === undefined || !('String' in said) || said.String.sval === 'volatile'
}

/** `create type … as enum`: its labels are known. */
export const askCreateEnum: Rule<CreateEnumStmt> = ({ typeName, vals }, { world }) => {
  const words = wordsOf(typeName)
  const made = withType(world, words, { kind: 'enum' })
  return {
    world: { ...made, labels: new Map([...world.labels, [words.at(-1) ?? '', wordsOf(vals)]]) },
  }
}

/** `create domain`: whether it has a value where none is given. */
export const askCreateDomain: Rule<CreateDomainStmt> = (
  { domainname, constraints = [] },
  { world },
) => {
  const has = (sort: string): boolean =>
    constraints.some((node) => 'Constraint' in node && node.Constraint.contype === sort)
  const facts = { hasDefault: has('CONSTR_DEFAULT'), notNull: has('CONSTR_NOTNULL') }
  return { world: withType(world, wordsOf(domainname), { kind: 'domain', ...facts }) }
}

/** Any other statement that creates or changes a type, a function, an operator or a cast by a name. */
export const askMadeName: Rule<Node> = (node, { world }) => {
  for (const { name, value } of fieldsIn(node)) {
    const words = nameFields.has(name) ? namesIn(value) : []
    if (words.length > 0) return { world: withMade(world, words) }
  }
  return {}
}

const nameFields: ReadonlySet<string> = new Set([
  'typeName',
  'defnames',
  'object',
  'typevar',
  'func',
])

function namesIn(value: unknown): string[] {
  const own = wordsOf(value)
  if (own.length > 0) return own
  for (const { name, value: inner } of fieldsIn(value)) {
    if (name === 'relname') return [String(inner)]
    if (['names', 'objname', 'items'].includes(name)) return wordsOf(inner)
  }
  return []
}

/** `create trigger`, `create rule`: a write to the table may write others from here on. */
export const askTrigger: Rule<CreateTrigStmt | RuleStmt> = ({ relation }, { world }) => {
  const table = relation && findTable(world, relation)
  if (table === undefined) return {}
  return {
    world: changeTables(world, new Set([table.id]), (each) => ({ ...each, triggers: true })),
  }
}

function withMade(world: World, words: readonly string[]): World {
  return { ...world, made: new Set([...world.made, ...words.slice(-1)]) }
}

function withType(world: World, words: readonly string[], facts: Partial<TypeFact>): World {
  if (findType(world, words) !== undefined) return withMade(world, words)
  const [name = '', schema = world.path[1] ?? ''] = words.toReversed()
  const type: TypeFact = {
    id: world.next,
    schema,
    name,
    kind: 'other',
    base: 0,
    hasDefault: false,
    notNull: false,
    owner: world.facts.user,
    ...facts,
  }
  return { ...withMade(world, words), types: [...world.types, type], next: world.next - 1 }
}
