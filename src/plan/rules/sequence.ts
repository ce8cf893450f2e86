import type { CatalogObject, ObjectId } from '../../model/catalog.ts'
import { needs } from '../../model/needs.ts'
import { alter, alterBelow, create, drop } from '../action.ts'
import { flagOf, textIn, textOf, spell } from '../../model/attribute.ts'
import { alterFacets, createFacets, withoutFacets } from './facets/facets.ts'
import { idAt, nameOf } from '../../model/object-id.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import { goOnEverywhere } from './sequence-position.ts'
import { isStartOutside } from './sequence-bounds.ts'
import type { Statement } from '../statement.ts'

/** Sequences that belong to no identity column. */
export const sequenceRule: Rule = {
  kind: 'sequence',
  create: (sequence, context) => {
    const owner = idAt(sequence, 'ownedBy')
    const unlogged = textOf(sequence, 'persistence') === 'unlogged' ? 'unlogged ' : ''
    return [
      statement(
        { verb: 'create', object: sequence.id },
        create(`${unlogged}sequence ${nameOf(sequence.id)}`, `\n  ${options(sequence)}`),
      ),
      // Otherwise the column comes later, and says it then.
      ...(owner !== null && isLater(sequence, owner, { from: context.from, to: context.to })
        ? [ownedBy(sequence)]
        : []),
      ...createFacets(sequence, context),
    ]
  },
  drop: (sequence) => [
    statement({ verb: 'drop', object: sequence.id }, drop(`sequence ${nameOf(sequence.id)}`)),
  ],
  alter: (change, context) => {
    const { from, to } = change
    const changed = withoutFacets(change)
    const numbers = changed.filter((name) => name !== 'ownedBy' && name !== 'persistence')
    const restart = isStartOutside(from.attributes, to.attributes)
    return [
      ...(numbers.length === 0
        ? []
        : [
            statement(
              { verb: 'alter', object: to.id },
              alterBelow(
                `sequence ${nameOf(to.id)}`,
                `${options(to)}${restart ? '\n  restart' : ''}`,
              ),
              { attribute: 'numbers' },
            ),
            ...(restart ? goOnEverywhere(to.id, context) : []),
          ]),
      ...(changed.includes('persistence')
        ? [
            statement(
              { verb: 'alter', object: to.id },
              alter(
                `sequence ${nameOf(to.id)}`,
                `set ${textIn(to, 'persistence') === 'unlogged' ? 'unlogged' : 'logged'}`,
              ),
              { attribute: 'persistence' },
            ),
          ]
        : []),
      ...(changed.includes('ownedBy') ? [ownedBy(to)] : []),
      ...alterFacets(change, context),
    ]
  },
}

/** Whether a sequence comes after the column that owns it: the column was there, or does not need the sequence. */
function isLater(
  { id }: CatalogObject,
  owner: ObjectId,
  { from, to }: Parameters<Rule['create']>[1],
): boolean {
  return from.objects.has(owner) || needs(to, id, owner)
}

function ownedBy(sequence: CatalogObject): Statement {
  const owner = idAt(sequence, 'ownedBy')
  return statement(
    { verb: 'alter', object: sequence.id },
    alter(`sequence ${nameOf(sequence.id)}`, `owned by ${owner === null ? 'none' : nameOf(owner)}`),
    { attribute: 'ownedBy' },
  )
}

function options(sequence: CatalogObject): string {
  const say = (name: string): string => spell(sequence.attributes[name])
  return [
    `as ${textIn(sequence, 'type')}`,
    `increment by ${say('increment')}`,
    `minvalue ${say('min')}`,
    `maxvalue ${say('max')}`,
    `start with ${say('start')}`,
    `cache ${say('cache')}`,
    flagOf(sequence, 'cycle') ? 'cycle' : 'no cycle',
  ].join('\n  ')
}
