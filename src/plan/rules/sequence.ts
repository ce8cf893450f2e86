import type { CatalogObject, ObjectId } from '../../model/catalog.ts'
import { needs } from '../../model/needs.ts'
import { alter, alterBelow, create } from '../action.ts'
import { flagOf, textIn, textOf, spell } from '../../model/attribute.ts'
import { alterFacets, createFacets, withoutFacets } from './facets/facets.ts'
import { idAt, nameOf } from '../../model/object-id.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import { dropSequence } from './handed-over.ts'
import { takeBack } from './handed-back.ts'
import { ownedBy } from './owned-by.ts'
import { goOnEverywhere } from './sequence-position.ts'
import { isStartOutside } from './sequence-bounds.ts'

/** Sequences that belong to no identity column. */
export const sequenceRule: Rule = {
  kind: 'sequence',
  create: (sequence, context) => {
    const owner = idAt(sequence, 'ownedBy')
    const unlogged = textOf(sequence, 'persistence') === 'unlogged' ? 'unlogged ' : ''
    return [
      statement(
        { verb: 'create', object: sequence.id },
        create(`${unlogged}sequence ${nameOf(sequence.id)}`, unusualOptions(sequence)),
      ),
      // Otherwise the column comes later, and says it then.
      ...(owner !== null && isLater(sequence, owner, { from: context.from, to: context.to })
        ? [ownedBy(sequence, owner)]
        : []),
      ...createFacets(sequence, context),
      ...takeBack(sequence, context),
    ]
  },
  drop: dropSequence,
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
                `${changedOptions(to, numbers)}${restart ? '\n  restart' : ''}`,
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
      ...(changed.includes('ownedBy') ? [ownedBy(to, idAt(to, 'ownedBy'))] : []),
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

/** The options of a new sequence that are not the usual ones. */
function unusualOptions(sequence: CatalogObject): string {
  const type = textIn(sequence, 'type')
  const ascends = !spell(sequence.attributes['increment']).startsWith('-')
  const [lowest, highest] = boundsOf[type] ?? ['', '']
  const usual: Readonly<Record<string, string>> = {
    type: 'bigint',
    increment: '1',
    min: ascends ? '1' : lowest,
    max: ascends ? highest : '-1',
    start: spell(sequence.attributes[ascends ? 'min' : 'max']),
    cache: '1',
    cycle: 'false',
  }
  const names = optionNames.filter((name) => spell(sequence.attributes[name]) !== usual[name])
  return names.length === 0 ? '' : `\n  ${options(sequence, names)}`
}

/** The least and the greatest number of each type. */
const boundsOf: Readonly<Record<string, readonly [string, string]>> = {
  smallint: ['-32768', '32767'],
  integer: ['-2147483648', '2147483647'],
  bigint: ['-9223372036854775808', '9223372036854775807'],
}

const optionNames = ['type', 'increment', 'min', 'max', 'start', 'cache', 'cycle'] as const

/** What ALTER has to say: another type brings its bounds along where they were those of the old one. */
function changedOptions(sequence: CatalogObject, changed: readonly string[]): string {
  const names = changed.includes('type') ? [...changed, 'min', 'max'] : changed
  return options(
    sequence,
    optionNames.filter((name) => names.includes(name)),
  )
}

function options(sequence: CatalogObject, names: readonly (typeof optionNames)[number][]): string {
  const value = (name: string): string => spell(sequence.attributes[name])
  return names
    .map((name) =>
      name === 'cycle'
        ? flagOf(sequence, name)
          ? 'cycle'
          : 'no cycle'
        : `${words[name]} ${value(name)}`,
    )
    .join('\n  ')
}

const words = {
  type: 'as',
  increment: 'increment by',
  min: 'minvalue',
  max: 'maxvalue',
  start: 'start with',
  cache: 'cache',
} as const
