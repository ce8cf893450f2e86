import type { CatalogObject } from '../../model/catalog.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import { factsOf } from '../../model/kind.ts'
import { textIn, textOf } from '../../model/attribute.ts'
import { createComment } from './facets/comment.ts'
import { createColumnRights } from './facets/rights.ts'
import { ownNameOf } from './facets/name.ts'
import type { Context, Goes, Rule } from '../rule.ts'
import { ofAttribute } from '../statement.ts'
import type { Statement } from '../statement.ts'
import { alterColumn, restoreStorage } from './column-alter.ts'
import { alterColumn as alterColumnPart } from './column-statement.ts'
import { conversionOf } from './conversion.ts'
import { columnDefinition, columnExtras, ownedSequences, typeText } from './column-text.ts'
import { inheritedFrom, movesParents } from './inheritance.ts'
import { createPart, removePart } from './part-statement.ts'
import { convertWithoutCast } from './without-cast.ts'
import { idOf } from '../../model/object-id.ts'

/** Columns of tables that were there before; those of a new table come with it. */
export const columnRule: Rule = {
  kind: 'column',
  // Tables that come to inherit must have the columns of their parents, and no more.
  hasData: (column, context) => !isComputed(column) && !movesParents(context),
  create: (column, context) => [
    // What is inherited comes with the column of the parent.
    ...(inheritedFrom(column, context.to) === undefined
      ? [createPart(column, columnDefinition(column, context.to))]
      : []),
    ...columnExtras(column),
    ...ownedSequences(column, context.to),
    ...createComment(column),
    ...createColumnRights(column),
  ],
  drop: (column, context) =>
    inheritedFrom(column, context.from) === undefined ? [removePart(column)] : [],
  alter: (change, context) => {
    if (isRecreated(change, context)) return 'replace'
    return convertWithoutCast(change, context) ?? alterColumn(change, context)
  },
  detachable: {
    // A computed column is computed again: nothing of it is lost.
    keeps: (column) => !isComputed(column),
    detach: (column, _context, goes) => detach(column, goes),
    attach,
    takesDependents: (column, goes) => typeGoes(column, goes) || collationGoes(column, goes),
  },
  blockedBy,
}

function blockedBy({ to, attributes }: Altered, { to: { role } }: Context): Blocked {
  const isRetyped = attributes.includes('type') || attributes.includes('collation')
  if (!isRetyped && !(attributes.includes('default') && isComputed(to))) return []
  return (dependent) => {
    const { isInWayOfType, losesByRebuild } = factsOf(dependent.kind)
    return (
      (isRetyped && isInWayOfType?.(dependent) === true) ||
      losesByRebuild?.(dependent, role) === true
    )
  }
}

type Blocked = ReturnType<NonNullable<Rule['blockedBy']>>

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

/** The values of a dropped type are texts meanwhile; without their collation they have that of their type. */
function detach(column: CatalogObject, goes: Goes): Statement[] {
  const text = asText(column)
  const toText = `${text} using ${ownNameOf(column)}::${text}`
  return [
    ...(textOf(column, 'default') === null
      ? []
      : ofAttribute('default', [
          alterColumnPart(column, { part: 'drop default' }, { only: true }),
        ])),
    ...(typeGoes(column, goes)
      ? retype(column, toText, 'asText')
      : collationGoes(column, goes)
        ? retype(column, textIn(column, 'type'), 'collation')
        : []),
  ]
}

function attach(column: CatalogObject, context: Context, goes: Goes): Statement[] {
  const type = typeText(column)
  const value = textOf(column, 'default')
  return [
    ...(typeGoes(column, goes)
      ? retype(column, `${type}${fromText(column, context)}`, 'type')
      : collationGoes(column, goes)
        ? retype(column, type, 'collation')
        : []),
    ...(typeGoes(column, goes) || collationGoes(column, goes) ? restoreStorage(column) : []),
    ...(value === null
      ? []
      : ofAttribute('default', [
          alterColumnPart(column, { part: 'set default', value }, { only: true }),
        ])),
  ]
}

/** An inherited column changes with that of the parent. */
function retype(column: CatalogObject, value: string, attribute: string): Statement[] {
  return column.attributes['inherited'] === true
    ? []
    : [alterColumnPart(column, { part: 'type', value }, { attribute })]
}

/** How a text becomes a value of the column's type; assigned, where it is a string itself. */
function fromText(column: CatalogObject, context: Context): string {
  const types = { from: asText(column), to: textIn(column, 'type') }
  const conversion = conversionOf(ownNameOf(column), types, context)
  return conversion.kind === 'expression' ? ` using ${conversion.text}` : ''
}

function asText(column: CatalogObject): string {
  return textIn(column, 'type').endsWith('[]') ? 'text[]' : 'text'
}

function typeGoes(column: CatalogObject, goes: Goes): boolean {
  const name = textIn(column, 'type').replace(/(?:\[\])+$/, '')
  return typeKinds.some((kind) => goes(idOf(kind, name)))
}

/** Whether the collation goes that the column itself says. */
function collationGoes(column: CatalogObject, goes: Goes): boolean {
  const collation = textOf(column, 'collation')
  return collation !== null && goes(idOf('collation', collation))
}

/** The kinds of types whose values can be written as texts and read again. */
const typeKinds: readonly string[] = ['enum', 'domain', 'range', 'composite']
