import type { CatalogObject } from '../../model/catalog.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import { factsOf } from '../../model/kind.ts'
import { isOfForeignTable } from '../../model/parent-tables.ts'
import { textOf } from '../../model/attribute.ts'
import { createComment } from './facets/comment.ts'
import { createColumnRights } from './facets/rights.ts'
import type { Statement } from '../statement.ts'
import type { Context, Refusal, Rule } from '../rule.ts'
import { alterColumn } from './column-alter.ts'
import {
  attachColumn,
  changesAtOnce,
  collationGoes,
  detachColumn,
  typeThatGoes,
} from './column-detach.ts'
import { columnDefinition, columnExtras, ownedSequences } from './column-text.ts'
import { tellColumnSecrets } from './foreign-column.ts'
import { inheritedFrom, movesParents } from './inheritance.ts'
import { asOwn, ownDefault, ownNotNull } from './inherited-column.ts'
import { ownHeirsOf } from './own-heirs.ts'
import { isToBeAttached } from './attached/partitions.ts'
import { createPart, removePart } from './part-statement.ts'
import { refuseInKey } from './partition-key.ts'
import { makeNotNullOwn } from './partition-not-null.ts'
import { isKeyInTheWay, isRebuiltAlong } from './keys-in-the-way.ts'
import { convertWithoutCast } from './without-cast.ts'

/** Columns of tables that were there before; those of a new table come with it. */
export const columnRule: Rule = {
  kind: 'column',
  // Tables that come to inherit must have the columns of their parents, and no more.
  hasData: (column, context) =>
    !isComputed(column) && !isOfForeignTable(column) && !movesParents(context),
  create: (column, context) => [
    ...createItself(column, context),
    ...columnExtras(column),
    ...makeNotNullOwn(column, context.to),
    ...ownedSequences(column, context.to),
    ...createComment(column),
    ...createColumnRights(column, context),
  ],
  drop: (column, context) =>
    inheritedFrom(column, context.from) === undefined || isRecreatedApart(column, context)
      ? [column, ...ownHeirsOf(column, context.from, context.to).toReversed()].map(removePart)
      : [],
  alter: (change, context) => {
    if (isRecreated(change, context)) return 'replace'
    return (
      refuseInKeyOf(change, context) ??
      convertWithoutCast(change, context) ??
      alterColumn(change, context)
    )
  },
  detachable: {
    // A computed column is computed again: nothing of it is lost.
    keeps: (column) => !isComputed(column),
    detach: detachColumn,
    attach: attachColumn,
    takesDependents: (column, goes, catalog) =>
      typeThatGoes(column, goes, catalog) !== undefined || collationGoes(column, goes),
    leaves: (column, context, goes) => (dependent) =>
      changesAtOnce(column, context, goes) &&
      isRebuiltAlong(dependent, goes, context) &&
      !isKeyInTheWay(dependent, column.id, context),
  },
  blockedBy,
}

/** What is inherited comes with the column of the parent, unless the table is to be attached. */
function createItself(column: CatalogObject, context: Context): Statement[] {
  if (inheritedFrom(column, context.to) === undefined)
    return [...ownHeirsOf(column, context.to, context.from), column].map((each) => ({
      ...createPart(each, columnDefinition(each, context.to)),
      ...tellColumnSecrets(each),
    }))
  return isToBeAttached(column.parent, context)
    ? [createPart(column, columnDefinition(asOwn(column), context.to))]
    : [...ownNotNull(column, context.to), ...ownDefault(column, context.to)]
}

/** Whether a column is recreated while its table is no partition: then it is that table's alone. */
function isRecreatedApart({ id, parent }: CatalogObject, context: Context): boolean {
  return context.to.objects.has(id) && isToBeAttached(parent, context)
}

function blockedBy({ to, attributes }: Altered, context: Context): Blocked {
  const isRetyped = attributes.includes('type') || attributes.includes('collation')
  if (!isRetyped && !(attributes.includes('default') && isComputed(to))) return []
  return (dependent) => {
    const { isInWayOfType, losesByRebuild } = factsOf(dependent.kind)
    return (
      (isRetyped &&
        (isInWayOfType?.(dependent) === true || isKeyInTheWay(dependent, to.id, context))) ||
      losesByRebuild?.(dependent, context.to.role) === true
    )
  }
}

type Blocked = ReturnType<NonNullable<Rule['blockedBy']>>

function refuseInKeyOf({ from, attributes }: Altered, context: Context): Refusal | undefined {
  const isRetyped = attributes.includes('type') || attributes.includes('collation')
  return isRetyped ? refuseInKey(from, context.from) : undefined
}

function isComputed(column: CatalogObject): boolean {
  return textOf(column, 'generated') !== null
}

/** Whether a column is dropped and recreated: its values are, or will be, generated otherwise. */
function isRecreated({ from, to, attributes }: Altered, context: Context): boolean {
  if (!isComputed(to)) return false
  if (!isComputed(from) || attributes.includes('generated')) return true
  if (attributes.includes('type') && textOf(to, 'generated') === 'virtual') return true
  return attributes.includes('default') && !canSetExpression(to, context)
}

/** Since 17 (its release notes). */
function canSetExpression(column: CatalogObject, { to }: Context): boolean {
  return to.serverVersion >= 170_000 && textOf(column, 'generated') === 'stored'
}
