import { flagOf } from '../../model/attribute.ts'
import type { CatalogObject, ObjectId } from '../../model/catalog.ts'
import { childrenOf } from '../../model/catalog.ts'
import { isSameValue } from '../../model/compare-catalogs.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import { idAt } from '../../model/object-id.ts'
import { parentTablesOf, tablesOf } from '../../model/parent-tables.ts'
import type { Context } from '../rule.ts'
import type { Statement } from '../statement.ts'
import { moves } from './attached/partitions.ts'
import {
  alterNotNull,
  commentOnNotNull,
  makeNotNull,
  nameOfNotNull,
  partitionedColumn,
  renameNotNull,
} from './column-not-null.ts'
import { alterColumn } from './column-statement.ts'
import { ownNameOf } from './facets/name.ts'
import { inheritedFrom } from './inheritance.ts'
import { attachTo, detach } from './attached/attach-table.ts'

/** A column that inherits another one, in both states. */
interface Heir {
  readonly before: CatalogObject
  readonly after: CatalogObject
}

/** Sets or drops NOT NULL, or changes what is said of it, and puts right what that does to columns that inherit it. */
export function alterNotNullWithHeirs(change: Altered, context: Context): Statement[] {
  if (hasInheritedNotNull(change, context))
    return [...alterInheritedNotNull(change, context), ...commentOnNotNull(change)]
  return [...heirsBefore(change, context), ...alterNotNull(change), ...heirsAfter(change, context)]
}

/** Whether NOT NULL of an inherited column is said with that of the column that it is inherited from. */
export function isSaidWithParent({ from, to }: Altered, context: Context): boolean {
  if (moves(to.parent, context)) return false
  const [before, after] = [inheritedFrom(from, context.from), inheritedFrom(to, context.to)]
  return (
    before !== undefined &&
    after !== undefined &&
    flagOf(before, 'notNull') !== flagOf(after, 'notNull')
  )
}

/**
 * What is said of the heirs before a column comes to be NOT NULL. Since 18 a NOT NULL that is there takes on the new one
 * as another source and keeps its name: one that is to be the parent's alone goes first, one that is to stay comes.
 */
function heirsBefore({ from, to }: Altered, context: Context): Statement[] {
  if (!keepsConstraints(context) || flagOf(from, 'notNull') || !flagOf(to, 'notNull')) return []
  return heirsOf(to, context).flatMap(({ before, after }) => {
    const [was, own] = [flagOf(before, 'notNull'), flagOf(after, 'notNullOwn')]
    if (own && !was) return makeNotNull(before, after)
    if (own) return rename(before, after)
    return was ? [dropNotNull(after)] : []
  })
}

/** What is said of the heirs after a column has lost its NOT NULL, with which theirs go unless they are their own. */
function heirsAfter({ from, to }: Altered, context: Context): Statement[] {
  if (!flagOf(from, 'notNull') || flagOf(to, 'notNull')) return []
  return heirsOf(to, context).flatMap(({ before, after }) => {
    const stays = keepsConstraints(context) && flagOf(before, 'notNullOwn')
    if (!flagOf(after, 'notNull')) return stays ? [dropNotNull(after)] : []
    if (stays) return rename(before, after)
    return flagOf(before, 'notNull') ? makeNotNull(to, after) : []
  })
}

/** Since 18 (release notes). */
function keepsConstraints({ to }: Context): boolean {
  return to.serverVersion >= 180_000
}

function rename(before: CatalogObject, after: CatalogObject): Statement[] {
  const [old, fresh] = [nameOfNotNull(before), nameOfNotNull(after)]
  return old === fresh ? [] : [renameNotNull(after, old, fresh)]
}

function dropNotNull(column: CatalogObject): Statement {
  return alterColumn(column, { part: 'drop not null' }, { attribute: 'notNull' })
}

/** The columns that inherit one, in tables that stay where they are. */
function heirsOf(column: CatalogObject, context: Context): Heir[] {
  const own = ownNameOf(column)
  return tablesOf(context.to)
    .filter((table) => column.parent !== null && parentTablesOf(table).includes(column.parent))
    .filter(({ id }) => context.from.objects.has(id) && !moves(id, context))
    .flatMap(({ id }) => childrenOf(context.to, id))
    .flatMap((after) => {
      const before = context.from.objects.get(after.id)
      if (after.kind !== 'column' || ownNameOf(after) !== own || before === undefined) return []
      return [{ before, after }, ...heirsOf(after, context)]
    })
}

/**
 * What changes the NOT NULL that a partition has of its partitioned table, where that one's stays: its name, and whether
 * it is its own, too. Only a table that is no partition meanwhile can be renamed it. The first column says it for all.
 */
function alterInheritedNotNull({ to }: Altered, context: Context): Statement[] {
  const heirs = childrenOf(context.to, to.parent).flatMap((after): Heir[] => {
    const before = context.from.objects.get(after.id)
    return before !== undefined && isReattached(before, after) ? [{ before, after }] : []
  })
  if (!heirs.some(({ after }) => after.id === to.id))
    return comesToOwn(to, context) ? [alterColumn(to, { part: 'set not null' })] : []
  return heirs[0]?.after.id === to.id ? reattach(to.parent, heirs, context) : []
}

function reattach(id: ObjectId | null, heirs: readonly Heir[], { to }: Context): Statement[] {
  const table = to.objects.get(id ?? '')
  const parent = table === undefined ? null : idAt(table, 'partitionOf')
  if (table === undefined || parent === null) return []
  const own = heirs.filter(({ after }) => flagOf(after, 'notNullOwn'))
  return [
    detach(parent, table),
    ...heirs.flatMap(({ before, after }) => rename(before, after)),
    attachTo(parent, table),
    ...own.map(({ after }) => alterColumn(after, { part: 'set not null' })),
  ]
}

function isReattached(before: CatalogObject, after: CatalogObject): boolean {
  const staysNotNull = flagOf(before, 'notNull') && flagOf(after, 'notNull')
  return (
    staysNotNull &&
    flagOf(after, 'inherited') &&
    (nameOfNotNull(before) !== nameOfNotNull(after) ||
      (flagOf(before, 'notNullOwn') && !flagOf(after, 'notNullOwn')))
  )
}

function comesToOwn(to: CatalogObject, { from }: Context): boolean {
  const before = from.objects.get(to.id)
  return (
    before !== undefined &&
    flagOf(before, 'notNull') &&
    !isReattached(before, to) &&
    !isSameValue(before.attributes['notNullOwn'], to.attributes['notNullOwn'])
  )
}

/** Whether NOT NULL of an inherited column is that of the column above, and both stay. */
export function hasInheritedNotNull({ from, to }: Altered, context: Context): boolean {
  if (!keepsConstraints(context) || moves(to.parent, context)) return false
  const before = partitionedColumn(from, context.from)
  const after = partitionedColumn(to, context.to)
  return before !== undefined && after !== undefined && staysNamed(before, after)
}

function staysNamed(before: CatalogObject, after: CatalogObject): boolean {
  return (
    flagOf(before, 'notNull') &&
    flagOf(after, 'notNull') &&
    nameOfNotNull(before) === nameOfNotNull(after)
  )
}
