import type { CatalogObject } from '../../model/catalog.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import { flagOf, textIn, textOf, spell } from '../../model/attribute.ts'
import { writeComment } from './facets/comment.ts'
import { alterOptions } from './facets/options.ts'
import { alterRights } from './facets/rights.ts'
import { ownNameOf } from './facets/name.ts'
import { isOfForeignTable } from '../../model/parent-tables.ts'
import type { Context, Refusal } from '../rule.ts'
import { ofAttribute } from '../statement.ts'
import type { Statement } from '../statement.ts'
import { alterIdentity } from './column-identity.ts'
import { sayDefault } from './heirs-default.ts'
import { alterNotNullWithHeirs, hasInheritedNotNull, isSaidWithParent } from './heirs-not-null.ts'
import { comesToBeOwn } from './column-not-null.ts'
import { keepNotNullOwn } from './partition-not-null.ts'
import { alterColumn as alterColumnPart } from './column-statement.ts'
import { typeText } from './column-text.ts'
import { conversionOf } from './conversion.ts'
import { alterForeignOptions, otherColumnSecret } from './foreign-column.ts'
import { followsParent } from './inheritance.ts'
import { goOnCounting, isNarrowed } from './sequence-position.ts'
import { defaultStorage } from './usual-storage.ts'

/** What of a column can change in place, an attribute at a time, in this order. Rights come last. */
const changes: readonly (readonly [
  attribute: string,
  change: (change: Altered, context: Context) => readonly Statement[],
])[] = [
  ['generated', ({ to }) => [alterColumnPart(to, { part: 'drop expression' })]],
  ['type', alterType],
  ['default', alterDefault],
  ['default', goOnCounting],
  ['notNull', alterNotNullWithHeirs],
  ['identity', alterIdentity],
  [
    'storage',
    ({ to }, context) =>
      setting(to, 'storage', defaultStorage(textIn(to, 'type'), context.to.serverVersion)),
  ],
  ['compression', ({ to }) => setting(to, 'compression', 'default')],
  ['statistics', ({ to }) => setting(to, 'statistics', '-1')],
  [
    'options',
    (change) => alterOptions(change, 'options').map((each) => alterColumnPart(change.to, each)),
  ],
  ['foreignOptions', alterForeignOptions],
  ['comment', ({ to }) => [writeComment(to)]],
  ['rights', ({ from, to }, context) => alterRights(from, to, context)],
]

/** Whether a column is inherited follows its table. */
const silent: readonly string[] = ['local', 'inherited']

/** What changes along with another attribute; 18 keeps a constraint for NOT NULL. */
const togetherWith: Readonly<Record<string, string>> = {
  collation: 'type',
  notNullName: 'notNull',
  notNullInherited: 'notNull',
  notNullValidated: 'notNull',
  notNullNoInherit: 'notNull',
  notNullOwn: 'notNull',
  notNullComment: 'notNull',
}

/** The statements that change a column in place; a refusal for what cannot be changed so. */
export function alterColumn(change: Altered, context: Context): readonly Statement[] | Refusal {
  const followed = change.attributes.filter((name) => followsParent(change, name, context))
  const withParent = isSaidWithParent(change, context)
  const attributes = change.attributes.filter(
    (name) =>
      !silent.includes(name) &&
      !followed.includes(name) &&
      !(withParent && (togetherWith[name] ?? name) === 'notNull') &&
      (name !== 'notNullInherited' || comesToBeOwn(change) || hasInheritedNotNull(change, context)),
  )
  const refused = otherColumnSecret(change)
  if (refused !== undefined) return refused
  if (losesOwn(change, context))
    return {
      refused:
        'the column is declared on this table; PostgreSQL cannot make it inherited only. Keep it in the definition of this ' +
        'table: it is one with the column of the parent table',
    }
  const differing = new Set(attributes.map((name) => togetherWith[name] ?? name))
  if (differing.has('type') || followed.includes('type')) noteReset(change.to, differing)
  const known = changes.map(([attribute]) => attribute)
  const unknown = [...differing].filter((name) => !known.includes(name))
  if (unknown.length > 0) return { refused: `${unknown.join(', ')} of a column cannot be changed` }
  const own = { ...change, attributes: [...differing] }
  return [
    ...inOrder(own).flatMap(([attribute, make]) =>
      differing.has(attribute) ? ofAttribute(attribute, make(own, context)) : [],
    ),
    ...keepNotNullOwn(change, context),
  ]
}

/** The bounds of an identity come first where the new type may not hold the old ones, which it would take along. */
function inOrder({ from, to }: Altered): typeof changes {
  const isFirst = ([attribute]: (typeof changes)[number]): boolean => attribute === 'identity'
  return isNarrowed(textIn(from, 'type'), textIn(to, 'type'))
    ? [...changes.filter(isFirst), ...changes.filter((each) => !isFirst(each))]
    : changes
}

/**
 * A new type has its own storage and the default compression, whatever was set before (ATExecAlterColumnType). What
 * the second state says is set after it, and what only the first says needs no statement.
 */
function noteReset(column: CatalogObject, differing: Set<string>): void {
  for (const name of ['storage', 'compression']) {
    if (textOf(column, name) === null) differing.delete(name)
    else differing.add(name)
  }
}

/** Sets what a new type has reset. */
export function restoreStorage(column: CatalogObject): Statement[] {
  return (['storage', 'compression'] as const).flatMap((name) =>
    textOf(column, name) === null ? [] : ofAttribute(name, setting(column, name, '')),
  )
}

/** Only a partition forgets, when it is attached, that its columns were its own. */
function losesOwn({ from, to }: Altered, context: Context): boolean {
  const table = context.to.objects.get(to.parent ?? '')
  return (
    flagOf(from, 'local') &&
    !flagOf(to, 'local') &&
    (table?.attributes['partitionOf'] ?? null) === null
  )
}

function alterType({ from, to }: Altered, context: Context): Statement[] {
  const hadDefault = textOf(from, 'default') !== null && textOf(from, 'generated') === null
  // A default of the same words is turned along, as it is where the column is made with them (ATExecAlterColumnType).
  const isReset = hadDefault && textOf(from, 'default') !== textOf(to, 'default')
  const using = isComputed(from, to) || isOfForeignTable(to) ? '' : usingText(from, to, context)
  return [
    ...(isReset ? sayDefault(to, { part: 'drop default' }, context) : []),
    alterColumnPart(to, { part: 'type', value: `${typeText(to)}${using}` }),
    ...(isReset ? setDefault(to, context) : []),
  ]
}

/** How the values are turned; nothing where they are assigned. */
function usingText(from: CatalogObject, to: CatalogObject, context: Context): string {
  const said = context.conversions?.get(to.id)
  if (said !== undefined && said !== 'recreate') return ` using ${said.using}`
  const types = { from: textIn(from, 'type'), to: textIn(to, 'type') }
  const conversion = conversionOf(ownNameOf(to), types, context)
  return conversion.kind === 'expression' ? ` using ${conversion.text}` : ''
}

function isComputed(from: CatalogObject, to: CatalogObject): boolean {
  return [from, to].every((column) => textOf(column, 'generated') !== null)
}

function alterDefault({ from, to, attributes }: Altered, context: Context): Statement[] {
  if (textOf(to, 'generated') !== null) {
    return [
      alterColumnPart(
        to,
        { part: 'set expression as', value: `(${textIn(to, 'default')})` },
        { attribute: 'generated' },
      ),
    ]
  }
  // A new type has taken the default along, and an identity or a dropped expression leaves none.
  const done = attributes.includes('type') && textOf(from, 'default') !== null
  const bare = textOf(from, 'generated') !== null
  return done || (bare && textOf(to, 'default') === null) || hasIdentity(to)
    ? []
    : setOrDropDefault(to, context)
}

function hasIdentity(column: CatalogObject): boolean {
  return (column.attributes['identity'] ?? null) !== null
}

function setOrDropDefault(column: CatalogObject, context: Context): Statement[] {
  return textOf(column, 'default') === null
    ? sayDefault(column, { part: 'drop default' }, context)
    : setDefault(column, context)
}

function setDefault(column: CatalogObject, context: Context): Statement[] {
  const text = textOf(column, 'default')
  return text === null || textOf(column, 'generated') !== null
    ? []
    : sayDefault(column, { part: 'set default', value: text }, context)
}

function setting(
  column: CatalogObject,
  name: 'storage' | 'compression' | 'statistics',
  byDefault: string,
): Statement[] {
  const value = spell(column.attributes[name] ?? byDefault)
  return [alterColumnPart(column, { part: `set ${name}`, value }, { only: true })]
}
