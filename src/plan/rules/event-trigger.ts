import { alter, create, drop } from '../action.ts'
import type { CatalogObject } from '../../model/catalog.ts'
import { textIn, textsOf } from '../../model/attribute.ts'
import { idAt, nameOf } from '../../model/object-id.ts'
import { quoteLiteral } from '../../sql/quote.ts'
import { alterFacets, createFacets, withoutFacets } from './facets/facets.ts'
import { addressOf } from './facets/name.ts'
import type { Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'

/** Event triggers. What they answer to, and by which function, cannot be altered. */
export const eventTriggerRule: Rule = {
  kind: 'eventTrigger',
  hasNoData: true,
  create: (trigger, context) => [
    statement({ verb: 'create', object: trigger.id }, create(addressOf(trigger), headOf(trigger))),
    ...(textIn(trigger, 'enabled') === 'origin' ? [] : [enable(trigger)]),
    ...createFacets(trigger, context),
  ],
  drop: (trigger) => [
    statement({ verb: 'drop', object: trigger.id }, drop(addressOf(trigger)), { silences: true }),
  ],
  alter: (change, context) => {
    const changed = withoutFacets(change)
    if (changed.some((name) => name !== 'enabled')) return 'replace'
    return [
      ...(changed.length === 0 ? [] : [enableAnew(change.to)]),
      ...alterFacets(change, context),
    ]
  },
}

function headOf(trigger: CatalogObject): string {
  const tags = textsOf(trigger, 'tags').map(quoteLiteral)
  const when = tags.length === 0 ? '' : `\n  when tag in (${tags.join(', ')})`
  const called = idAt(trigger, 'function')
  return `\n  on ${textIn(trigger, 'event')}${when}\n  execute function ${called === null ? '' : nameOf(called)}`
}

function enable(trigger: CatalogObject): Statement {
  return statement(
    { verb: 'alter', object: trigger.id },
    alter(addressOf(trigger), clauses[textIn(trigger, 'enabled')] ?? 'enable'),
    { attribute: 'enabled' },
  )
}

/** What is disabled, or fires on replicas alone, no longer answers to a plan. */
function enableAnew(trigger: CatalogObject): Statement {
  const enabled = textIn(trigger, 'enabled')
  const isSilent = enabled === 'disabled' || enabled === 'replica'
  return { ...enable(trigger), ...(isSilent && { silences: true as const }) }
}

const clauses: Readonly<Record<string, string>> = {
  disabled: 'disable',
  replica: 'enable replica',
  always: 'enable always',
}
