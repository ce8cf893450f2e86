import type { CatalogObject } from '../../model/catalog.ts'
import { flagOf, textOf } from '../attribute.ts'
import { alterFacets, createFacets, withoutFacets } from '../facets/facets.ts'
import { nameOf } from '../name.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'

/** Sequences that belong to no identity column. */
export const sequenceRule: Rule = {
  kind: 'sequence',
  create: (sequence, context) => [
    statement(
      'create',
      sequence.id,
      `create sequence ${nameOf(sequence.id)}\n  as ${textOf(sequence, 'type') ?? 'bigint'}\n${options(sequence)}`,
    ),
    ...createFacets(sequence, context),
  ],
  drop: (sequence) => [
    statement('drop', sequence.id, `drop sequence ${nameOf(sequence.id)}`, {
      hazards: ['data_loss'],
    }),
  ],
  alter: (change, context) => {
    const changed = withoutFacets(change)
    const { to } = change
    const made =
      changed.length === 0
        ? []
        : [
            statement(
              'alter',
              to.id,
              `alter sequence ${nameOf(to.id)}\n  as ${textOf(to, 'type') ?? 'bigint'}\n${options(to)}`,
            ),
          ]
    return [...made, ...alterFacets(change, context)]
  },
}

function options(sequence: CatalogObject): string {
  const say = (name: string): string => String(sequence.attributes[name] ?? '')
  const owner = textOf(sequence, 'ownedBy')
  return [
    `  increment by ${say('increment')}`,
    `  minvalue ${say('min')}`,
    `  maxvalue ${say('max')}`,
    `  start with ${say('start')}`,
    `  cache ${say('cache')}`,
    flagOf(sequence, 'cycle') ? '  cycle' : '  no cycle',
    `  owned by ${owner === null ? 'none' : nameOf(owner)}`,
  ].join('\n')
}
