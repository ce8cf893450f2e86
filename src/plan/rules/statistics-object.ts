import { alter, create, drop } from '../action.ts'
import type { CatalogObject } from '../../model/catalog.ts'
import { spell, textIn, textsOf } from '../../model/attribute.ts'
import { alterFacets, createFacets, withoutFacets } from './facets/facets.ts'
import { addressOf } from './facets/name.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'

/** Extended statistics on a table. */
export const statisticsObjectRule: Rule = {
  kind: 'statisticsObject',
  hasNoData: true,
  create: (object, context) => [
    statement({ verb: 'create', object: object.id }, create(addressOf(object), headOf(object))),
    ...(hasTarget(object) ? [setTarget(object)] : []),
    ...createFacets(object, context),
  ],
  drop: (object) => [statement({ verb: 'drop', object: object.id }, drop(addressOf(object)))],
  alter: (change, context) => {
    const changed = withoutFacets(change)
    if (changed.some((name) => name !== 'target')) return 'replace'
    return [
      ...(changed.length === 0 ? [] : [setTarget(change.to)]),
      ...alterFacets(change, context),
    ]
  },
}

/** Of an expression alone there is one kind of statistics, which has no name; all three need not be listed. */
function headOf(object: CatalogObject): string {
  const kinds = textsOf(object, 'kinds')
  const list = kinds.length % 3 === 0 ? '' : ` (${kinds.join(', ')})`
  return `${list}\n  on ${textIn(object, 'columns')}\n  from ${textIn(object, 'table')}`
}

function hasTarget({ attributes }: CatalogObject): boolean {
  return attributes['target'] !== null
}

/** -1 is that of the columns, in every version; DEFAULT is known since 17. */
function setTarget(object: CatalogObject): Statement {
  const target = hasTarget(object) ? spell(object.attributes['target']) : '-1'
  return statement(
    { verb: 'alter', object: object.id },
    alter(addressOf(object), `set statistics ${target}`),
    { attribute: 'target' },
  )
}
