import type { ObjectId } from '../../../model/catalog.ts'
import type { Edge } from '../../../model/graph.ts'
import { kindOf, nameOf } from '../../../model/object-id.ts'
import type { Hazard } from '../../hazards/hazard.ts'
import type { Context } from '../../rule.ts'
import type { Statement } from '../../statement.ts'
import { joined } from './joined.ts'
import { findOrder, isBeside, mayComeBefore, mayWaitFor } from './passing.ts'
import type { Order } from './passing.ts'
import { areTwo, clauseOf, isAhead } from './table-clause.ts'
import type { TableClause } from './table-clause.ts'

/**
 * Joins what changes one table into one ALTER TABLE, which locks, reads and writes it once. A statement moves up to an
 * earlier one, or that one waits for it, unless something in between has to come before it: by an edge of the order, or
 * because it changes the table otherwise.
 */
export function mergeAlters(
  statements: readonly Statement[],
  { from, to }: Pick<Context, 'from' | 'to'>,
  edges: readonly Edge[],
): Statement[] {
  const merging: Merging = { places: [], open: new Map(), order: findOrder([from, to], edges) }
  for (const statement of statements) place(statement, merging)
  return merging.places.flatMap((each) =>
    each === undefined ? [] : [joined(each.statement, each.clauses)],
  )
}

interface Merging {
  /** Undefined where a statement has moved on. */
  readonly places: (Place | undefined)[]
  /** What a statement may still join, by its table. */
  readonly open: Map<string, Group>
  readonly order: Order
}

/** A statement, and the clauses that are to be one with it; none where it is no ALTER TABLE. */
interface Place {
  readonly statement: Statement
  readonly clauses: TableClause[]
}

interface Group {
  readonly family: ObjectId
  readonly at: number
  readonly clauses: TableClause[]
}

function place(statement: Statement, merging: Merging): void {
  const { places, open } = merging
  const clause = clauseOf(statement)
  if (endsAll(statement)) open.clear()
  if (clause !== undefined) placeClause(clause, merging)
  else {
    places.push({ statement, clauses: [] })
    if (!isBeside(statement)) closeGroups(statement, merging)
  }
}

/** What owns a sequence is said just before that goes, which no edge tells. */
function endsAll({ leavesRoom, action, attribute }: Statement): boolean {
  return leavesRoom === true || action.kind === 'setLocal' || attribute === 'ownedBy'
}

function placeClause(clause: TableClause, merging: Merging): void {
  const { open, order, places } = merging
  const { table, only } = clause
  const key = `${only && order.families.hasHeirs(table) ? 'only ' : ''}${table}`
  const group = open.get(key)
  const way = group === undefined ? undefined : wayTo(clause, group, merging)
  if (group === undefined || way === undefined) openGroup(key, [clause], merging)
  else if (way === 'up') group.clauses.push(clause)
  else {
    places[group.at] = undefined
    openGroup(key, [...group.clauses, clause], merging)
    for (const at of way) {
      places.push(places[at])
      places[at] = undefined
    }
  }
}

/** Whether a clause moves up to a group, or that down to it, with what is at some places; undefined where neither can. */
function wayTo(
  clause: TableClause,
  group: Group,
  merging: Merging,
): 'up' | readonly number[] | undefined {
  if (!isJoinable(clause, group)) return undefined
  if (comesBefore(clause, merging.places.slice(group.at + 1), merging)) return 'up'
  const followers = findFollowers(group, merging)
  const passed = followers?.map((at) => merging.places[at]) ?? []
  return comesBefore(clause, passed, merging) ? followers : undefined
}

function openGroup(key: string, clauses: TableClause[], { places, open, order }: Merging): void {
  const [first] = clauses
  if (first === undefined) return
  open.set(key, { family: order.families.familyOf(first.table), at: places.length, clauses })
  places.push({ statement: first.statement, clauses })
}

/** What changes a table otherwise is between all that is said of it, and of those that inherit from it. */
function closeGroups({ action, object }: Statement, { open, order }: Merging): void {
  const table = order.tableOf(object)
  if (table === undefined || !ofTable.has(kindOf(object) ?? '') || action.kind === 'setPosition')
    return
  const family = order.families.familyOf(table)
  for (const [key, group] of open) if (group.family === family) open.delete(key)
}

/** Whatever else belongs to a table comes and goes separately; edges say where that matters. */
const ofTable: ReadonlySet<string> = new Set([
  'table',
  'foreignTable',
  'column',
  'constraint',
  'identitySequence',
])

/** Whether a clause may be one statement with those of a group, wherever that is. */
function isJoinable(clause: TableClause, { clauses }: Group): boolean {
  return (
    clause.statement.leavesRoom !== true &&
    lockOf(clause) <= Math.max(...clauses.map(lockOf)) &&
    clauses.every((earlier) => goesBehind(clause, earlier))
  )
}

function comesBefore(
  clause: TableClause,
  places: readonly (Place | undefined)[],
  { order }: Merging,
): boolean {
  return places.flatMap(statementsAt).every((ahead) => mayComeBefore(clause, ahead, order))
}

/**
 * The places of what goes behind a group where that waits: sequences are set behind the numbers in a column as soon as
 * that counts by them. Undefined where something else would have to wait along.
 */
function findFollowers(group: Group, { places, order }: Merging): number[] | undefined {
  const behind = places.map((each, at) => ({ at, statements: statementsAt(each) }))
  const held = behind
    .slice(group.at + 1)
    .filter(({ statements }) =>
      group.clauses.some((clause) => !statements.every((each) => mayWaitFor(clause, each, order))),
    )
  const mayFollow = held.every(({ statements }) =>
    statements.every(({ action }) => action.kind === 'setPosition'),
  )
  return mayFollow ? held.map(({ at }) => at) : undefined
}

function statementsAt(one: Place | undefined): readonly Statement[] {
  if (one === undefined) return []
  const { statement, clauses } = one
  return clauses.length === 0 ? [statement] : clauses.map((each) => each.statement)
}

/** Whether one statement may have a clause behind another one. */
function goesBehind(clause: TableClause, earlier: TableClause): boolean {
  return (
    !areTwo(clause, earlier) &&
    (!isAhead(clause, earlier) || areApart(clause, earlier)) &&
    !(clause.pass === 'type' && isTypeHeld(clause, earlier))
  )
}

/** A group is to hold no stronger lock than before while it reads rows. */
function lockOf({ statement: { risks }, table }: TableClause): number {
  const has = (hazard: Hazard): boolean =>
    risks.some((risk) => risk.hazard === hazard && risk.what === nameOf(table))
  return has('blocks_reads') ? 2 : has('blocks_writes') ? 1 : 0
}

/** The type of a column changes once in a statement, and not in that which takes its identity away. */
function isTypeHeld(
  { statement }: TableClause,
  { statement: { object }, pass }: TableClause,
): boolean {
  return object === statement.object && (pass === 'type' || pass === 'drop identity')
}

/** Whether the order of two clauses does not matter: a check may prove to PostgreSQL that a column has no null. */
function areApart({ statement, pass }: TableClause, earlier: TableClause): boolean {
  if (statement.object === earlier.statement.object)
    return pass === 'drop not null' || (pass === 'not null' && earlier.pass === 'default')
  const isCheck = statement.verb === 'drop' && kindOf(statement.object) === 'constraint'
  return !(earlier.pass === 'not null' && isCheck)
}
