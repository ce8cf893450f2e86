import type { CatalogObject } from '../../model/catalog.ts'
import { create } from '../action.ts'
import { textIn, textOf } from '../../model/attribute.ts'
import { alterFacets, createFacets, withoutFacets } from './facets/facets.ts'
import { dropOwnType } from './kept-aside.ts'
import { nameOf } from '../../model/object-id.ts'
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
    ...say('subtype_opclass', 'operatorClass'),
    ...say('collation', 'collation'),
    ...say('canonical', 'canonical'),
    ...say('subtype_diff', 'subtypeDiff'),
    ...say('multirange_type_name', 'multirange'),
  ].join(',\n')
}
