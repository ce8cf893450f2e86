import type { CatalogObject } from '../../model/catalog.ts'
import { flagOf, textIn } from '../../model/attribute.ts'
import { alterBelow, create, drop } from '../action.ts'
import { optionChanges, optionClause, otherSecret, tellSecrets } from './option-clauses.ts'
import type { Refusal, Rule } from '../rule.ts'
import { statement } from '../statement.ts'

/** User mappings. Who may not read the options of one can neither make it nor take it back. */
export const userMappingRule: Rule = {
  kind: 'userMapping',
  create: (mapping) =>
    unreadable(mapping) ?? [
      statement(
        { verb: 'create', object: mapping.id },
        create(
          `user mapping for ${textIn(mapping, 'user')}`,
          `\n  server ${textIn(mapping, 'server')}${optionClause(mapping)}`,
        ),
        tellSecrets(addressOf(mapping), mapping),
      ),
    ],
  drop: (mapping) =>
    unreadable(mapping) ?? [
      statement({ verb: 'drop', object: mapping.id }, drop(addressOf(mapping))),
    ],
  alter: (change) => {
    const { from, to } = change
    const refused = unreadable(from) ?? unreadable(to) ?? otherSecret(addressOf(to), change)
    if (refused !== undefined) return refused
    return optionChanges(change).map((clause) =>
      statement(
        { verb: 'alter', object: to.id },
        alterBelow(addressOf(to), clause),
        tellSecrets(addressOf(to), to, from),
      ),
    )
  },
}

function addressOf(mapping: CatalogObject): string {
  return `user mapping for ${textIn(mapping, 'user')} server ${textIn(mapping, 'server')}`
}

function unreadable(mapping: CatalogObject): Refusal | undefined {
  return flagOf(mapping, 'readable')
    ? undefined
    : {
        refused: `PostgreSQL shows its options to ${textIn(mapping, 'user')} and to superusers alone. Plan as one of them, or write its statements into a migration (npm run new NAME)`,
      }
}
