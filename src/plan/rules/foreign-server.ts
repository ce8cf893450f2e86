import type { CatalogObject } from '../../model/catalog.ts'
import { textIn, textOf } from '../../model/attribute.ts'
import { quoteLiteral } from '../../sql/quote.ts'
import { alterBelow, create, drop } from '../action.ts'
import { alterFacets, createFacets, withoutFacets } from './facets/facets.ts'
import { addressOf } from './facets/name.ts'
import { optionChanges, optionClause, otherSecret, tellSecrets } from './option-clauses.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'

/** Foreign servers. Neither the type nor the wrapper of one can be altered. */
export const foreignServerRule: Rule = {
  kind: 'foreignServer',
  create: (server, context) => [
    statement(
      { verb: 'create', object: server.id },
      create(addressOf(server), headOf(server)),
      tellSecrets(addressOf(server), server),
    ),
    ...createFacets(server, context),
  ],
  drop: (server) => [statement({ verb: 'drop', object: server.id }, drop(addressOf(server)))],
  alter: (change, context) => {
    const { from, to } = change
    const changed = withoutFacets(change)
    if (changed.includes('type') || changed.includes('wrapper')) return 'replace'
    const refused = otherSecret(addressOf(to), change)
    if (refused !== undefined) return refused
    const clauses = [
      ...(changed.includes('version') ? [`version ${literal(textOf(to, 'version'))}`] : []),
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

function headOf(server: CatalogObject): string {
  const words = ['type', 'version'].flatMap((word) => {
    const value = textOf(server, word)
    return value === null ? [] : [`\n  ${word} ${literal(value)}`]
  })
  const wrapper = `\n  foreign data wrapper ${textIn(server, 'wrapper')}`
  return `${words.join('')}${wrapper}${optionClause(server)}`
}

function literal(value: string | null): string {
  return value === null ? 'null' : quoteLiteral(value)
}
