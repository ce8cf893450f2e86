import type { Catalog, ObjectId } from '../../../model/catalog.ts'
import type { Edge } from '../../../model/graph.ts'
import { idOf, kindOf, lastNameOf } from '../../../model/object-id.ts'
import type { Statement } from '../../statement.ts'
import { findFamilies, tableOf } from './families.ts'
import type { Families } from './families.ts'
import { findKin } from './kin.ts'
import type { Kin } from './kin.ts'
import { clauseOf } from './table-clause.ts'
import type { TableClause } from './table-clause.ts'

/** What tells whether two statements may change places. */
export interface Order {
  readonly families: Families
  readonly tableOf: (id: ObjectId) => ObjectId | undefined
  readonly kin: Kin
  readonly isBefore: (one: ObjectId, other: ObjectId) => boolean
}

/** Reads it from two states and the edges of the order. */
export function findOrder(catalogs: readonly Catalog[], edges: readonly Edge[]): Order {
  const families = findFamilies(catalogs)
  const pairs = new Set(edges.map(({ before, after }) => `${objectIn(before)}\n${objectIn(after)}`))
  return {
    families,
    tableOf: (id) => tableOf(id, catalogs),
    kin: findKin(catalogs, families),
    isBefore: (one, other) => pairs.has(`${one}\n${other}`),
  }
}

/** The object of a step, which is called `make table public.a`. */
function objectIn(step: string): ObjectId {
  const [, kind = '', name = ''] = /^\S+ (\S+) (.*)$/s.exec(step) ?? []
  return idOf(kind, name)
}

/** Whether a clause may be said before a statement that is ahead of it. */
export function mayComeBefore(clause: TableClause, ahead: Statement, order: Order): boolean {
  if (isBeside(ahead)) return true
  // What an identity hands over is read before it goes, which no edge tells.
  if (clause.pass === 'drop identity' && clauseOf(ahead) === undefined) return false
  const own = order.kin.of(clause.statement.object)
  return (
    (isOnlyOfColumn(ahead) || !own.some((id) => order.isBefore(ahead.object, id))) &&
    !touches(clause, ahead, order)
  )
}

/** What needs a column does not wait for its default, nor what needs a sequence for its next number. */
function isOnlyOfColumn({ action }: Statement): boolean {
  const isDefault = action.kind === 'alterColumn' && action.part === 'set default'
  return isDefault || action.kind === 'setPosition'
}

/** Whether a clause may be said after a statement that is behind it. */
export function mayWaitFor(clause: TableClause, behind: Statement, order: Order): boolean {
  const own = order.kin.of(clause.statement.object)
  if (isBeside(behind)) return keepsColumn.has(clause.pass) || !own.includes(behind.object)
  if (own.includes(behind.object)) return false
  // What goes has another name meanwhile; that which stops using it does not say the name.
  const isAside = behind.action.kind === 'rename' && clause.pass === 'drop'
  return (
    (isAside || !own.some((id) => order.isBefore(id, behind.object))) &&
    !touches(clause, behind, order)
  )
}

/** Passes of clauses about a column that is there before and after: its comment and its rights do not wait for them. */
const keepsColumn: ReadonlySet<string> = new Set([
  'type',
  'expression',
  'not null',
  'drop not null',
])

/** Comments and rights: nothing that changes a table waits for them. */
export function isBeside({ verb }: Statement): boolean {
  return verb === 'comment' || verb === 'grant' || verb === 'revoke'
}

/** Whether two statements are about one thing, so that their order counts though no edge tells it. */
function touches(clause: TableClause, other: Statement, order: Order): boolean {
  const { object } = clause.statement
  return (
    object === other.object ||
    readsColumn(clause, other, order.families) ||
    isPassedOn(clause, other, order) ||
    touchesInFamily(clause, other, order)
  )
}

/** Whether a table that comes or goes gets or loses something of a clause: a foreign key refers to all partitions. */
function isPassedOn({ statement }: TableClause, { object }: Statement, order: Order): boolean {
  if (kindOf(statement.object) !== 'constraint' || kindOf(object) !== 'table') return false
  return (
    !order.families.isAlone(object) &&
    order.kin.familiesOf(statement.object).has(order.families.familyOf(object))
  )
}

/** Whether a statement reads the numbers in the column of a clause, other than one about NOT NULL. */
function readsColumn(
  { statement: { object }, table, pass }: TableClause,
  { action }: Statement,
  { familyOf }: Families,
): boolean {
  if (action.kind !== 'setPosition' || action.column === null || pass === 'not null') return false
  const isRead = familyOf(idOf('table', action.table)) === familyOf(table)
  return isRead && (kindOf(object) !== 'column' || lastNameOf(object) === lastNameOf(action.column))
}

/** What uses a column of an heir does not say that it uses that of its parent: their names tell it. */
function touchesInFamily(
  { statement, table }: TableClause,
  other: Statement,
  order: Order,
): boolean {
  const { families, kin } = order
  if (families.isAlone(table)) return false
  const family = families.familyOf(table)
  const others = kin.columnsOf(other.object, family)
  const about = order.tableOf(other.object)
  const isReader = about === undefined || families.familyOf(about) !== family
  // A default has to do with what else is said of its column, and with nothing that is said of rows.
  if (isReader || clauseOf(other)?.pass === 'default') return isColumnOf(statement.object, others)
  const own = kin.columnsOf(statement.object, family)
  return own.size === 0 || others.size === 0 || [...own].some((name) => others.has(name))
}

function isColumnOf(object: ObjectId, names: ReadonlySet<string>): boolean {
  return kindOf(object) === 'column' && names.has(lastNameOf(object))
}
