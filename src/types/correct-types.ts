import type { FunctionFacts, ResultFacts, ViewFacts } from './result-facts.ts'
import type { ResultColumn } from '../sql/results/result-columns.ts'
import type { Member, TypeTree } from './type-tree.ts'

/** What the catalog tells, and which parameters without a default the project says take null. */
export interface Corrections {
  readonly facts: ResultFacts
  /** `function.parameter`, in the schema that the API shows first; else `schema.function.parameter`. */
  readonly nullArguments: readonly string[]
}

/**
 * The generator's `Database` with null where the catalog shows that it can be and nowhere else, for columns of views, of
 * `returns table`, and for parameters; all in the order of names.
 */
export function correctTypes(database: TypeTree, corrections: Corrections): TypeTree {
  return mapMembers(database, (schema) => ({
    ...schema,
    type: mapMembers(schema.type, (group) => correctGroup(schema.name, group, corrections)),
  }))
}

/** How a parameter is called in the list of those that take null. */
export function argumentName({ schema, name }: FunctionFacts, parameter: string): string {
  return `${schema}.${name}.${parameter}`
}

function correctGroup(
  schema: string,
  group: Member,
  { facts, nullArguments }: Corrections,
): Member {
  const correct: Readonly<Record<string, (member: Member) => Member>> = {
    Views: (view) => correctView(view, facts.views.find(isCalled(schema, view.name))),
    Functions: (routine) =>
      correctFunction(routine, facts.functions.find(isCalled(schema, routine.name)), nullArguments),
  }
  const entry = correct[group.name] ?? same
  return {
    ...group,
    type: sortMembers(mapMembers(group.type, (member) => sortWithin(entry(member)))),
  }
}

function same(member: Member): Member {
  return member
}

function isCalled(
  schema: string,
  name: string,
): (facts: { readonly schema: string; readonly name: string }) => boolean {
  return (facts) => facts.schema === schema && facts.name === name
}

function correctView(view: Member, facts: ViewFacts | undefined): Member {
  if (facts === undefined) return view
  return mapMember(view, 'Row', (type) => correctColumns(type, facts.columns))
}

function correctFunction(
  routine: Member,
  facts: FunctionFacts | undefined,
  nullArguments: readonly string[],
): Member {
  if (facts === undefined) return routine
  const takesNull = new Set(
    facts.parameters
      .filter(
        ({ name, defaultsToNull }) =>
          defaultsToNull || nullArguments.includes(argumentName(facts, name)),
      )
      .map(({ name }) => name),
  )
  const withArgs = mapMember(routine, 'Args', (args) =>
    mapMembers(args, (arg) =>
      takesNull.has(arg.name) ? { ...arg, type: withNull(arg.type) } : arg,
    ),
  )
  return mapMember(withArgs, 'Returns', (type) => correctColumns(type, facts.columns))
}

/** Columns that nothing is known of stay as they are. */
function correctColumns(type: TypeTree, columns: readonly ResultColumn[]): TypeTree {
  return mapMembers(type, (member) => {
    const column = columns.find(({ name }) => name === member.name)
    if (column === undefined) return member
    return { ...member, type: column.neverNull ? withoutNull(member.type) : withNull(member.type) }
  })
}

const nullAtEnd = / \| null$/

function withNull(type: TypeTree): TypeTree {
  if (type.kind !== 'text' || nullAtEnd.test(type.text) || type.text === 'unknown') return type
  return { kind: 'text', text: `${type.text} | null` }
}

function withoutNull(type: TypeTree): TypeTree {
  return type.kind === 'text' ? { kind: 'text', text: type.text.replace(nullAtEnd, '') } : type
}

/** Columns and parameters by name; the parts of a table stay in the generator's order. */
function sortWithin(member: Member): Member {
  const type = mapMembers(member.type, (part) => ({ ...part, type: sortMembers(part.type) }))
  if (type.kind !== 'union') return { ...member, type }
  const alternatives = type.alternatives.toSorted((a, b) =>
    compare(JSON.stringify(a), JSON.stringify(b)),
  )
  return { ...member, type: { kind: 'union', alternatives } }
}

function sortMembers(type: TypeTree): TypeTree {
  if (type.kind === 'tuple') return { kind: 'tuple', items: type.items.toSorted(byText) }
  if (type.kind !== 'object') return type
  return { ...type, members: type.members.toSorted((a, b) => compare(a.name, b.name)) }
}

function byText(a: TypeTree, b: TypeTree): number {
  return compare(JSON.stringify(a), JSON.stringify(b))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function mapMember(member: Member, name: string, change: (type: TypeTree) => TypeTree): Member {
  const type = mapMembers(member.type, (part) =>
    part.name === name ? { ...part, type: change(part.type) } : part,
  )
  return { ...member, type }
}

function mapMembers(type: TypeTree, change: (member: Member) => Member): TypeTree {
  return type.kind === 'object' ? { ...type, members: type.members.map(change) } : type
}
