import type { Altered } from '../../model/compare-catalogs.ts'
import { alterBelow, drop } from '../action.ts'
import type { Context, Refusal, Rule } from '../rule.ts'
import { ofAttribute, statement } from '../statement.ts'
import type { Statement } from '../statement.ts'
import { attachPartition } from './attached/move-partition.ts'
import { alterFacets, withoutFacets } from './facets/facets.ts'
import { addressOf } from './facets/name.ts'
import { optionChanges, otherSecret, tellSecrets } from './option-clauses.ts'
import { tableRule } from './table.ts'
import { alterInherits } from './table-alter.ts'

/** Foreign tables. Their rows are elsewhere: one may be dropped and created again. No statement changes the server. */
export const foreignTableRule: Rule = {
  ...tableRule,
  kind: 'foreignTable',
  hasNoData: true,
  hasData: () => false,
  drop: (table) => [statement({ verb: 'drop', object: table.id }, drop(addressOf(table)))],
  alter: (change, context) => {
    const changed = withoutFacets(change)
    if (changed.includes('server')) return 'replace'
    const refused = otherSecret(addressOf(change.to), change)
    if (refused !== undefined) return refused
    const statements: Statement[] = []
    for (const [names, make] of changes) {
      if (!names.some((name) => changed.includes(name))) continue
      const made = make(change, context)
      if ('refused' in made) return made
      statements.push(...made)
    }
    return [...statements, ...alterFacets(change, context)]
  },
}

/** What of one can be changed in place. */
const changes: readonly (readonly [
  names: readonly string[],
  make: (change: Altered, context: Context) => readonly Statement[] | Refusal,
])[] = [
  [['options'], alterForeignTable],
  [['partitionOf', 'bound'], attachPartition],
  [['inherits'], inherit],
]

function alterForeignTable(change: Altered): Statement[] {
  const { from, to } = change
  return ofAttribute(
    'options',
    optionChanges(change).map((clause) =>
      statement(
        { verb: 'alter', object: to.id },
        alterBelow(addressOf(to), clause),
        tellSecrets(addressOf(to), to, from),
      ),
    ),
  )
}

function inherit(change: Altered, context: Context): readonly Statement[] | Refusal {
  const made = alterInherits(change, context)
  return 'refused' in made ? made : ofAttribute('inherits', made)
}
