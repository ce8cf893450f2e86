import type { CatalogObject } from '../../model/catalog.ts'
import { textOf } from '../../model/attribute.ts'
import { alterBelow, create, drop } from '../action.ts'
import { alterFacets, createFacets, withoutFacets } from './facets/facets.ts'
import { addressOf } from './facets/name.ts'
import { optionChanges, optionClause, otherSecret, tellSecrets } from './option-clauses.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'

/** Foreign-data wrappers. All that one is can be altered. */
export const foreignDataWrapperRule: Rule = {
  kind: 'foreignDataWrapper',
  create: (wrapper, context) => [
    statement(
      { verb: 'create', object: wrapper.id },
      create(
        addressOf(wrapper),
        [
          ...functions.flatMap((word) => {
            const name = textOf(wrapper, word)
            return name === null ? [] : [`\n  ${word} ${name}`]
          }),
          optionClause(wrapper),
        ].join(''),
      ),
      tellSecrets(addressOf(wrapper), wrapper),
    ),
    ...createFacets(wrapper, context),
  ],
  drop: (wrapper) => [statement({ verb: 'drop', object: wrapper.id }, drop(addressOf(wrapper)))],
  alter: (change, context) => {
    const { from, to } = change
    const refused = otherSecret(addressOf(to), change)
    if (refused !== undefined) return refused
    const changed = withoutFacets(change)
    // In one statement: the new validator checks the new options.
    const clauses = [
      ...functions.filter((word) => changed.includes(word)).map((word) => functionClause(to, word)),
      ...optionChanges(change),
    ]
    return [
      ...(clauses.length === 0
        ? []
        : [
            statement(
              { verb: 'alter', object: to.id },
              alterBelow(addressOf(to), clauses.join('\n  ')),
              tellSecrets(addressOf(to), to, from),
            ),
          ]),
      ...alterFacets(change, context),
    ]
  },
}

/** The attributes that are functions, in the order of the manual. */
const functions = ['handler', 'validator'] as const

function functionClause(wrapper: CatalogObject, word: string): string {
  const name = textOf(wrapper, word)
  return name === null ? `no ${word}` : `${word} ${name}`
}
