import type { CatalogObject, ObjectId } from '../../model/catalog.ts'
import { flagOf, textIn, textOf } from '../../model/attribute.ts'
import { dependentsOf, needs } from '../../model/needs.ts'
import { nameOf } from '../../model/object-id.ts'
import { quoteLiteral } from '../../sql/quote.ts'
import { create, drop } from '../action.ts'
import { alterFacets, createFacets, withoutFacets } from './facets/facets.ts'
import type { Context, Rule } from '../rule.ts'
import { statement } from '../statement.ts'

/** Collations. Nothing of what they are can be altered. */
export const collationRule: Rule = {
  kind: 'collation',
  create: (collation, context) => [
    statement(
      { verb: 'create', object: collation.id },
      create(`collation ${nameOf(collation.id)}`, ` (\n${options(collation)}\n)`),
    ),
    ...createFacets(collation, context),
  ],
  drop: (collation) => [
    statement({ verb: 'drop', object: collation.id }, drop(`collation ${nameOf(collation.id)}`)),
  ],
  alter: (change, context) => {
    if (withoutFacets(change).length === 0) return alterFacets(change, context)
    const columns = columnsThatKeep(change.from.id, context)
    if (columns.length === 0) return 'replace'
    return {
      refused: `it cannot be altered, and ${columns.join(', ')} would lose it. Create another collation, give it to the columns, drop this one`,
    }
  },
}

/**
 * The columns that say it and the tables partitioned by it, in both states: their rows would go with it. A column that
 * has it from its domain is of another type meanwhile.
 */
function columnsThatKeep(id: ObjectId, { from, to }: Context): string[] {
  return dependentsOf(from, id)
    .filter((user) => saysCollation(from.objects.get(user)) && needs(to, user, id))
    .map(nameOf)
}

function saysCollation(user: CatalogObject | undefined): boolean {
  if (user?.kind === 'column') return textOf(user, 'collation') !== null
  return user?.kind === 'table'
}

function options(collation: CatalogObject): string {
  const [lcCollate, lcCtype] = [textOf(collation, 'lcCollate'), textOf(collation, 'lcCtype')]
  const isOne = lcCollate === lcCtype
  return [
    `provider = ${textIn(collation, 'provider')}`,
    ...say('locale', textOf(collation, 'locale') ?? (isOne ? lcCollate : null)),
    ...(isOne ? [] : [...say('lc_collate', lcCollate), ...say('lc_ctype', lcCtype)]),
    ...(flagOf(collation, 'deterministic') ? [] : ['deterministic = false']),
    ...say('rules', textOf(collation, 'rules')),
  ]
    .map((option) => `  ${option}`)
    .join(',\n')
}

function say(option: string, value: string | null): string[] {
  return value === null ? [] : [`${option} = ${quoteLiteral(value)}`]
}
