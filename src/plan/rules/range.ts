import type { CatalogObject } from '../../model/catalog.ts'
import { create } from '../action.ts'
import { textIn, textOf } from '../../model/attribute.ts'
import { alterFacets, createFacets, withoutFacets } from './facets/facets.ts'
import { dropOwnType } from './kept-aside.ts'
import { nameOf } from '../../model/object-id.ts'
import { schemaNameOf, splitName } from '../../model/qualified-name.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'

/** Range types, with the multirange type that comes along. Nothing of what they are can be altered. */
export const rangeRule: Rule = {
  kind: 'range',
  create: (type, context) => [
    statement(
      { verb: 'create', object: type.id },
      create(`type ${nameOf(type.id)}`, ` as range (\n${options(type)}\n)`),
    ),
    ...createFacets(type, context),
  ],
  drop: dropOwnType,
  alter: (change, context) =>
    withoutFacets(change).length > 0 ? 'replace' : alterFacets(change, context),
}

function options(type: CatalogObject): string {
  const say = (word: string, name: string): string[] => {
    const value = textOf(type, name)
    return value === null ? [] : [`  ${word} = ${value}`]
  }
  return [
    `  subtype = ${textIn(type, 'subtype')}`,
    ...(isUsualClass(type) ? [] : say('subtype_opclass', 'operatorClass')),
    ...say('collation', 'collation'),
    ...say('canonical', 'canonical'),
    ...say('subtype_diff', 'subtypeDiff'),
    ...(isUsualMultirange(type) ? [] : say('multirange_type_name', 'multirange')),
  ].join(',\n')
}

/** Whether PostgreSQL takes the operator class by itself: each of these is the default one of its type. */
function isUsualClass(type: CatalogObject): boolean {
  const usual = usualClasses[textIn(type, 'subtype')]
  return usual !== undefined && textIn(type, 'operatorClass') === `pg_catalog.${usual}`
}

const usualClasses: Readonly<Record<string, string>> = {
  smallint: 'int2_ops',
  integer: 'int4_ops',
  bigint: 'int8_ops',
  numeric: 'numeric_ops',
  real: 'float4_ops',
  'double precision': 'float8_ops',
  date: 'date_ops',
  'time without time zone': 'time_ops',
  'timestamp without time zone': 'timestamp_ops',
  'timestamp with time zone': 'timestamptz_ops',
  interval: 'interval_ops',
  text: 'text_ops',
  inet: 'inet_ops',
  uuid: 'uuid_ops',
}

/** Whether it is the name that PostgreSQL gives (manual, CREATE TYPE); longer names are cut, and those are said. */
function isUsualMultirange(type: CatalogObject): boolean {
  const name = nameOf(type.id)
  const own = splitName(name).at(-1) ?? ''
  const usual = own.includes('range') ? own.replace('range', 'multirange') : `${own}_multirange`
  return (
    /^[a-z0-9_]{1,50}$/.test(own) && textIn(type, 'multirange') === `${schemaNameOf(name)}.${usual}`
  )
}
