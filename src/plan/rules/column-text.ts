import type { CatalogObject, Value } from '../../model/catalog.ts'
import { flagOf, recordOf, textIn, textOf } from '../attribute.ts'
import { ownNameOf } from '../name.ts'

/** A column as CREATE TABLE and ADD COLUMN spell it. */
export function columnText(column: CatalogObject): string {
  const collation = textOf(column, 'collation')
  const identity = recordOf(column, 'identity')
  return [
    `${ownNameOf(column)} ${textIn(column, 'type')}`,
    ...(collation === null ? [] : [`collate ${collation}`]),
    ...(flagOf(column, 'notNull') ? ['not null'] : []),
    ...valueText(column),
    ...(identity === null ? [] : [identityText(identity)]),
  ].join(' ')
}

/** `generated always as identity (…)`, with the options that are not the usual ones. */
export function identityText(identity: Readonly<Record<string, Value>>): string {
  const options = [
    ...unless(identity, 'start', 1, 'start with'),
    ...unless(identity, 'increment', 1, 'increment by'),
    ...unless(identity, 'min', 1, 'minvalue'),
    ...(identity['maxIsDefault'] === false ? [`maxvalue ${String(identity['max'])}`] : []),
    ...unless(identity, 'cache', 1, 'cache'),
    ...(identity['cycle'] === true ? ['cycle'] : []),
  ]
  const when = identity['always'] === true ? 'always' : 'by default'
  return `generated ${when} as identity${options.length === 0 ? '' : ` (${options.join(' ')})`}`
}

function valueText(column: CatalogObject): string[] {
  const text = textOf(column, 'default')
  if (text === null) return []
  const generated = textOf(column, 'generated')
  return [generated === null ? `default ${text}` : `generated always as (${text}) ${generated}`]
}

function unless(
  identity: Readonly<Record<string, Value>>,
  name: string,
  usual: number,
  word: string,
): string[] {
  const value = identity[name]
  return value === undefined || value === null || String(value) === String(usual)
    ? []
    : [`${word} ${String(value)}`]
}
