import type { CatalogObject } from '../../../model/catalog.ts'
import { recordsOf, spell } from '../../../model/attribute.ts'
import { factsOf } from '../../../model/kind.ts'
import { nameOf } from '../../../model/object-id.ts'
import type { Risk } from '../hazard.ts'
import { risk } from '../object-step.ts'
import type { ObjectStep } from '../object-step.ts'

/** Secret options of foreign data that go: no plan has their values, so none brings them back. */
export function secretRisks({ verb, attribute, before, after }: ObjectStep): Risk[] {
  if (before === undefined || attribute !== undefined) return []
  if (verb !== 'drop' && verb !== 'alter') return []
  const kept = verb === 'alter' && after !== undefined ? secretsOf(after) : []
  const names = kept.map(({ name }) => name)
  const gone = secretsOf(before).filter(({ name, isKnown }) => isKnown && !names.includes(name))
  return gone.flatMap(({ name }) =>
    risk(
      'data_loss',
      `the value of ${name} of the ${factsOf(before.kind).words} ${nameOf(before.id)}`,
    ),
  )
}

/** Whether a secret is known is whether it has a value, and no stand-in. */
function secretsOf(object: CatalogObject): { readonly name: string; readonly isKnown: boolean }[] {
  return recordsOf(object, 'secrets').map(({ name, digest = null }) => ({
    name: spell(name),
    isKnown: digest !== null,
  }))
}
