import type { CatalogObject, ObjectId } from '../../model/catalog.ts'
import { flagOf, textIn, textOf } from '../../model/attribute.ts'
import { dependentsOf } from '../../model/needs.ts'
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
  drop: (collation, context) => {
    const keyed = keyedBy(collation.id, context)
    if (keyed.length > 0)
      return {
        refused: `${keyed.join(', ')} is partitioned by it; PostgreSQL cannot change the key of a partitioned table`,
      }
    return [
      statement({ verb: 'drop', object: collation.id }, drop(`collation ${nameOf(collation.id)}`)),
    ]
  },
  alter: (change, context) =>
    withoutFacets(change).length > 0 ? 'replace' : alterFacets(change, context),
}

/** The tables that stay and have it in the key that they are partitioned by. */
function keyedBy(id: ObjectId, { from, to }: Context): string[] {
  return dependentsOf(from, id)
    .filter((user) => from.objects.get(user)?.kind === 'table' && to.objects.has(user))
    .map(nameOf)
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
