import type { Catalog, CatalogObject, Value } from '../../model/catalog.ts'
import { childrenOf } from '../../model/catalog.ts'
import { needs } from '../../model/needs.ts'
import { recordOf, textIn, textOf, textsOf, spell } from '../../model/attribute.ts'
import { nameOf } from '../../model/object-id.ts'
import { ownNameOf, parentNameOf } from './facets/name.ts'
import { ofAttribute } from '../statement.ts'
import type { Statement } from '../statement.ts'
import { notNullExtras, notNullText } from './column-not-null.ts'
import { alterColumn } from './column-statement.ts'
import { foreignOptions } from './foreign-column.ts'
import { ownedBy } from './owned-by.ts'

/** What CREATE TABLE and ADD COLUMN say of a column behind its name. */
export function columnDefinition(column: CatalogObject, catalog: Catalog): string {
  const identity = recordOf(column, 'identity')
  return [
    textIn(column, 'type'),
    ...foreignOptions(column),
    ...collationText(column),
    ...notNullText(column),
    ...valueText(column),
    ...(identity === null ? [] : [identityText(identity, sequenceName(column, catalog))]),
  ].join(' ')
}

/** Its type, with the collation that is not the type's. */
export function typeText(column: CatalogObject): string {
  return [textIn(column, 'type'), ...collationText(column)].join(' ')
}

function collationText(column: CatalogObject): string[] {
  const collation = textOf(column, 'collation')
  return collation === null ? [] : [`collate ${collation}`]
}

/** `generated always as identity (…)`, with the options that are not the usual ones. */
export function identityText(
  identity: Readonly<Record<string, Value>>,
  name: string | undefined,
): string {
  const falls = spell(identity['increment']).startsWith('-')
  const options = [
    ...(name === undefined ? [] : [`sequence name ${name}`]),
    ...sequenceOptions.flatMap(([option, word, byDefault]) => {
      const value = spell(identity[option])
      return value === byDefault(identity, falls) ? [] : [`${word} ${value}`]
    }),
    ...(identity['cycle'] === true ? ['cycle'] : []),
  ]
  const when = identity['always'] === true ? 'always' : 'by default'
  return `generated ${when} as identity${options.length === 0 ? '' : ` (${options.join(' ')})`}`
}

/** The options of a sequence, and what they are when nothing is said (manual, CREATE SEQUENCE). */
const sequenceOptions: readonly (readonly [
  option: string,
  word: string,
  byDefault: (identity: Readonly<Record<string, Value>>, falls: boolean) => string | undefined,
])[] = [
  ['start', 'start with', (identity, falls) => spell(identity[falls ? 'max' : 'min'])],
  ['increment', 'increment by', () => '1'],
  ['min', 'minvalue', (_identity, falls) => (falls ? undefined : '1')],
  [
    'max',
    'maxvalue',
    (identity) => (identity['maxIsDefault'] === true ? spell(identity['max']) : undefined),
  ],
  ['cache', 'cache', () => '1'],
]

/** The name of the sequence behind an identity, unless it is the one that PostgreSQL chooses. */
export function sequenceName(column: CatalogObject, catalog: Catalog): string | undefined {
  const sequence = childrenOf(catalog, column.id).find(({ kind }) => kind === 'identitySequence')
  const byDefault = `${parentNameOf(column)}_${ownNameOf(column)}_seq`
  const name = sequence === undefined ? byDefault : nameOf(sequence.id)
  // Names that are quoted, or are cut because they are too long, are said to be sure.
  return name === byDefault && !byDefault.includes('"') ? undefined : name
}

/** What CREATE TABLE and ADD COLUMN do not say on all versions: how values are stored, and statistics. */
export function columnExtras(column: CatalogObject): Statement[] {
  const say = (name: 'storage' | 'compression' | 'statistics'): Statement[] => {
    const value = column.attributes[name] ?? null
    if (value === null) return []
    return ofAttribute(name, [alterColumn(column, { part: `set ${name}`, value: spell(value) })])
  }
  const options = textsOf(column, 'options')
  return [
    ...notNullExtras(column),
    ...say('storage'),
    ...say('compression'),
    ...say('statistics'),
    ...(options.length === 0
      ? []
      : ofAttribute('options', [
          alterColumn(column, { part: 'set', value: `(${options.join(', ')})` }),
        ])),
  ]
}

/** Sequences that a column comes to own when it is made. Those that need the column say so themselves. */
export function ownedSequences(column: CatalogObject, catalog: Catalog): Statement[] {
  return childrenOf(catalog, column.id)
    .filter(({ kind, id }) => kind === 'sequence' && !needs(catalog, id, column.id))
    .map((sequence) => ownedBy(sequence, column.id))
}

function valueText(column: CatalogObject): string[] {
  const text = textOf(column, 'default')
  if (text === null) return []
  const generated = textOf(column, 'generated')
  return [generated === null ? `default ${text}` : `generated always as (${text}) ${generated}`]
}
