import type { ObjectId } from '../../../model/catalog.ts'
import type { Edge } from '../../../model/graph.ts'
import { idOf, kindOf, nameOf } from '../../../model/object-id.ts'
import type { Hazard } from '../../hazards/hazard.ts'
import type { Context } from '../../rule.ts'
import type { Statement } from '../../statement.ts'
import { findFamilies, tableOf } from './families.ts'
import type { Families } from './families.ts'
import { joined } from './joined.ts'
import { areTwo, clauseOf, isAhead } from './table-clause.ts'
import type { TableClause } from './table-clause.ts'

/**
 * Joins what changes one table into one ALTER TABLE, which locks, reads and writes it once. A statement moves up to an
 * earlier one, unless something in between has to come before it: by an edge of the order, or because it changes the
 * table otherwise.
 */
export function mergeAlters(
  statements: readonly Statement[],
  { from, to }: Pick<Context, 'from' | 'to'>,
  edges: readonly Edge[],
): Statement[] {
  const catalogs = [from, to]
  const merging: Merging = {
    places: [],
    open: new Map(),
    last: new Map(),
    before: Map.groupBy(edges.map(objectsIn), ({ after }) => after),
    families: findFamilies(catalogs),
    tableOf: (id) => tableOf(id, catalogs),
  }
  for (const statement of statements) place(statement, merging)
  return merging.places.map(({ statement, clauses }) => joined(statement, clauses))
}

interface Merging {
  readonly places: Place[]
  /** What a statement may still join, by the family of its table. */
  readonly open: Map<ObjectId, Group>
  /** Where the last statement about an object is. */
  readonly last: Map<ObjectId, number>
  readonly before: ReadonlyMap<ObjectId, readonly ObjectEdge[]>
  readonly families: Families
  readonly tableOf: (id: ObjectId) => ObjectId | undefined
}

/** A statement, and the clauses that are to be one with it; none where it is no ALTER TABLE. */
interface Place {
  readonly statement: Statement
  readonly clauses: TableClause[]
}

interface Group {
  /** The table; with ONLY where that makes a difference. */
  readonly key: string
  /** Whether no other table inherits from it, nor it from one. */
  readonly isAlone: boolean
  readonly at: number
  readonly clauses: TableClause[]
}

interface ObjectEdge {
  readonly before: ObjectId
  readonly after: ObjectId
}

/** The objects of two steps, which are called `make table public.a`. */
function objectsIn({ before, after }: Edge): ObjectEdge {
  return { before: objectIn(before), after: objectIn(after) }
}

function objectIn(step: string): ObjectId {
  const [, kind = '', name = ''] = /^\S+ (\S+) (.*)$/s.exec(step) ?? []
  return idOf(kind, name)
}

function place(statement: Statement, merging: Merging): void {
  const { places, last, open } = merging
  const clause = clauseOf(statement)
  if (endsAll(statement)) open.clear()
  if (clause !== undefined) placeClause(clause, merging)
  else {
    places.push({ statement, clauses: [] })
    if (isBeside(statement)) return
    closeGroup(statement, merging)
    last.set(statement.object, places.length - 1)
  }
}

/** What owns a sequence is said just before that goes, which no edge tells. */
function endsAll({ leavesRoom, action, attribute }: Statement): boolean {
  return leavesRoom === true || action.kind === 'setLocal' || attribute === 'ownedBy'
}

function placeClause(clause: TableClause, merging: Merging): void {
  const { places, last, open, families } = merging
  const { statement, table, only } = clause
  const family = families.familyOf(table)
  const isAlone = families.isAlone(table)
  const key = `${only && !isAlone ? 'only ' : ''}${table}`
  const group = open.get(family)
  if (group?.key === key && joins(clause, group, merging)) {
    group.clauses.push(clause)
    last.set(statement.object, group.at)
    return
  }
  const clauses = [clause]
  closeFamilies(open)
  open.set(family, { key, isAlone, at: places.length, clauses })
  last.set(statement.object, places.length)
  places.push({ statement, clauses })
}

/** Comments and rights: nothing that changes a table waits for them. */
function isBeside({ verb }: Statement): boolean {
  return verb === 'comment' || verb === 'grant' || verb === 'revoke'
}

/**
 * Ends what nothing may join across a statement, since it changes or reads the table. What uses a column of an heir does
 * not say that it uses that of its parent.
 */
function closeGroup({ action, object }: Statement, merging: Merging): void {
  const { open } = merging
  closeFamilies(open)
  const about = action.kind === 'setPosition' ? idOf('table', action.table) : object
  const table = merging.tableOf(about)
  if (table !== undefined && ofTable.has(kindOf(about) ?? '')) open.delete(table)
}

function closeFamilies(open: Merging['open']): void {
  for (const [family, { isAlone }] of open) if (!isAlone) open.delete(family)
}

/** Whatever else belongs to a table comes and goes separately; edges say where that matters. */
const ofTable: ReadonlySet<string> = new Set([
  'table',
  'foreignTable',
  'column',
  'constraint',
  'identitySequence',
])

function joins(clause: TableClause, group: Group, { last, before }: Merging): boolean {
  const { object, leavesRoom } = clause.statement
  const isBehind = (id: ObjectId): boolean => (last.get(id) ?? -1) > group.at
  return (
    leavesRoom !== true &&
    !isBehind(object) &&
    !(before.get(object) ?? []).some((edge) => isBehind(edge.before)) &&
    lockOf(clause) <= Math.max(...group.clauses.map(lockOf)) &&
    group.clauses.every((earlier) => goesBehind(clause, earlier))
  )
}

/** Whether one statement may have a clause behind another one. */
function goesBehind(clause: TableClause, earlier: TableClause): boolean {
  return (
    !areTwo(clause, earlier) &&
    (!isAhead(clause, earlier) || areApart(clause, earlier)) &&
    !(clause.pass === 'type' && isSamePart(clause, earlier))
  )
}

/** A group is to hold no stronger lock than before while it reads rows. */
function lockOf({ statement: { risks }, table }: TableClause): number {
  const has = (hazard: Hazard): boolean =>
    risks.some((risk) => risk.hazard === hazard && risk.what === nameOf(table))
  return has('blocks_reads') ? 2 : has('blocks_writes') ? 1 : 0
}

/** The type of a column changes once in a statement. */
function isSamePart({ statement, pass }: TableClause, earlier: TableClause): boolean {
  return pass === earlier.pass && statement.object === earlier.statement.object
}

/** Whether the order of two clauses does not matter: a check may prove to PostgreSQL that a column has no null. */
function areApart({ statement }: TableClause, earlier: TableClause): boolean {
  const isCheck = statement.verb === 'drop' && kindOf(statement.object) === 'constraint'
  return statement.object !== earlier.statement.object && !(earlier.pass === 'not null' && isCheck)
}
