import type { CatalogObject, ObjectId } from '../../model/catalog.ts'
import type { TableAction, UnreadAction } from '../../sql/parsed/table-action.ts'
import type { Action } from '../action.ts'
import type { AtlasAnswer } from './atlas-answer.ts'
import { factsOf } from '../../model/kind.ts'
import { childId, factsOfId, idOf, isOfKind, nameOf } from '../../model/object-id.ts'
import { schemaNameOf } from '../../model/qualified-name.ts'
import { tableOf } from './route-tables.ts'
import type { Context } from '../rule.ts'
import type { Statement } from '../statement.ts'

/** The plan with Atlas's statements, and the tables that the planner keeps because the two do not match. */
export interface Adoption {
  readonly statements: readonly Statement[]
  readonly fallbacks: readonly Fallback[]
}

/** A table that the planner keeps: Atlas says more than its statements, or lacks one of them. */
export interface Fallback {
  readonly object: ObjectId
  readonly reason:
    | { readonly kind: 'more'; readonly sql: string }
    | { readonly kind: 'less'; readonly action: Action }
}

/**
 * Replaces the planner's statements by Atlas's for the same objects, so that order, hazards and dependents stay the
 * same. A table keeps all of the planner's statements when Atlas's say something else or less.
 */
export function adopt(
  own: readonly Statement[],
  { tables, actions }: AtlasAnswer,
  context: Context,
): Adoption {
  const asked = new Set(tables)
  const theirs = actions
    .filter((action) => !goesWithTable(action, context))
    .map((action) => locate(action, asked, context))
  const ours = own.flatMap((statement) => {
    const table = tableOf(findObject(statement.object, context))
    return table !== undefined && asked.has(table) && isComparable(statement)
      ? [{ table, key: keyOf(statement.object, statement.verb, partOf(statement)), statement }]
      : []
  })
  const fallbacks = compare(ours, theirs, tables)
  const kept = new Set(fallbacks.map(({ object }) => object))
  const texts = new Map(
    theirs.flatMap(({ table, key, part, sql }) =>
      table === undefined || kept.has(table)
        ? []
        : [[key, { kind: 'atlas', part, text: sql } satisfies Action] as const],
    ),
  )
  const taken = new Map(ours.map(({ key, statement }) => [statement, texts.get(key)]))
  const statements = own.map((statement): Statement => {
    const action = taken.get(statement)
    return action === undefined ? statement : { ...statement, action, by: 'atlas' }
  })
  return { statements, fallbacks }
}

interface Ours {
  readonly table: ObjectId
  readonly key: string
  readonly statement: Statement
}

interface Theirs {
  /** Undefined where it is about no table that was asked for. */
  readonly table: ObjectId | undefined
  readonly key: string
  /** Of a column what is altered. */
  readonly part: string
  readonly sql: string
}

function locate(
  action: TableAction | UnreadAction,
  asked: ReadonlySet<ObjectId>,
  context: Context,
): Theirs {
  if (!('kind' in action)) return { table: undefined, key: '', part: '', sql: action.sql }
  const { kind, schema, name, verb, part, sql } = action
  const table =
    action.table === null
      ? [...asked].find(
          (id) =>
            schemaNameOf(nameOf(id)) === schema &&
            findObject(childId('index', id, name ?? ''), context) !== undefined,
        )
      : idOf('table', `${schema}.${action.table}`)
  const known = table !== undefined && asked.has(table)
  const object = name === null || table === undefined ? table : childId(kind, table, name)
  return { table: known ? table : undefined, key: keyOf(object, verb, part), part, sql }
}

/** Tables of which one of the two says what the other does not. */
function compare(
  ours: readonly Ours[],
  theirs: readonly Theirs[],
  tables: readonly ObjectId[],
): Fallback[] {
  const stray = theirs.find(({ table }) => table === undefined)
  const [mine, yours] = [countKeys(ours), countKeys(theirs)]
  return tables.flatMap((table): Fallback[] => {
    const more =
      stray ??
      theirs.find((each) => each.table === table && mine.get(each.key) !== yours.get(each.key))
    if (more !== undefined) return [{ object: table, reason: { kind: 'more', sql: more.sql } }]
    const less = ours.find(
      (each) => each.table === table && !goesAlong(each.statement) && !yours.has(each.key),
    )
    return less === undefined
      ? []
      : [{ object: table, reason: { kind: 'less', action: less.statement.action } }]
  })
}

function countKeys(list: readonly { readonly key: string }[]): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(list, ({ key }) => key)].map(([key, same]) => [key, same.length]))
}

/** Before a table Atlas drops all of its foreign keys that lie in a cycle; the planner drops those that it has to. */
function goesWithTable(action: TableAction | UnreadAction, { to }: Context): boolean {
  if (!('kind' in action) || action.verb !== 'drop' || action.table === null) return false
  const isPart = action.name !== null && factsOf(action.kind).hasIndex === true
  return isPart && !to.objects.has(idOf('table', `${action.schema}.${action.table}`))
}

/** What Atlas may leave out: what is dropped with a column, and the comment on a recreated object. */
function goesAlong({ verb, object }: Statement): boolean {
  return verb === 'comment' || (verb === 'drop' && factsOfId(object)?.hasIndex === true)
}

/** Whether Atlas has a say in it. */
function isComparable({ object, verb }: Statement): boolean {
  return factsOfId(object)?.atlas?.verbs.some((each) => each === verb) === true
}

function partOf({ object, verb, action }: Statement): string {
  if (verb !== 'alter' || !isOfKind(object, 'column')) return ''
  // What is no part of a column is nothing that Atlas says.
  return action.kind === 'alterColumn' ? action.part : action.kind
}

function keyOf(object: ObjectId | undefined, verb: string, part: string): string {
  return `${verb} ${object ?? ''} ${part}`
}

function findObject(id: ObjectId, { from, to }: Context): CatalogObject | undefined {
  return to.objects.get(id) ?? from.objects.get(id)
}
