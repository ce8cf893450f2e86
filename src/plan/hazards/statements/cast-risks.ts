import type { CatalogObject } from '../../../model/catalog.ts'
import { textOf } from '../../../model/attribute.ts'
import { nameOf } from '../../../model/object-id.ts'
import type { Risk } from '../hazard.ts'
import { risk } from '../object-step.ts'
import type { ObjectStep } from '../object-step.ts'

/** Where values are converted from here on, or otherwise, though no statement changes that says so. */
export function castRisks({ id, verb, before, after }: ObjectStep): Risk[] {
  const head = `cast ${nameOf(id)}`
  if (verb === 'drop' && after === undefined) return placeRisks(head, before, after)
  if (verb !== 'create' || after === undefined) return []
  const isOther = before !== undefined && wayOf(before) !== wayOf(after)
  return [
    ...(isOther ? risk('changes_statements', `${head} converts in another way`) : []),
    ...placeRisks(head, before, after),
  ]
}

function placeRisks(
  head: string,
  before: CatalogObject | undefined,
  after: CatalogObject | undefined,
): Risk[] {
  const [old, fresh] = [placeOf(before), placeOf(after)]
  if (old === fresh) return []
  return fresh === undefined
    ? risk('changes_statements', `${head} is no longer applied ${old ?? ''}`)
    : risk('changes_statements', `${head} is applied ${fresh}`)
}

/** Where PostgreSQL applies it though nobody wrote it (manual, CREATE CAST). */
function placeOf(cast: CatalogObject | undefined): string | undefined {
  return cast === undefined ? undefined : places[textOf(cast, 'context') ?? '']
}

const places: Readonly<Record<string, string>> = {
  assignment: 'in assignments',
  implicit: 'wherever its types meet',
}

function wayOf(cast: CatalogObject): string {
  return textOf(cast, 'function') ?? textOf(cast, 'method') ?? ''
}
