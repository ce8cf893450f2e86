import { objectsOfKind } from '../../../model/catalog.ts'
import { textOf } from '../../../model/attribute.ts'
import { idInWords } from '../../../model/object-id.ts'
import type { Risk } from '../hazard.ts'
import { staleAfter } from './computed-values.ts'
import { risk, sets } from '../object-step.ts'
import type { ObjectStep } from '../object-step.ts'

/** What a change of a configuration leaves as it was, and the values that name one that goes. */
export function configurationRisks(step: ObjectStep): Risk[] {
  return [...staleRisks(step, 'mappings'), ...numberRisks(step, 'regconfig')]
}

/** The same of a dictionary. */
export function dictionaryRisks(step: ObjectStep): Risk[] {
  return [...staleRisks(step, 'options'), ...numberRisks(step, 'regdictionary')]
}

/** PostgreSQL computes nothing again when a configuration or a dictionary is altered: searches may miss rows. */
function staleRisks(step: ObjectStep, attribute: string): Risk[] {
  if (step.verb !== 'alter' || !sets(step, attribute)) return []
  return staleAfter(step)
}

/** A value of such a type is the number of an object: when that is dropped, or recreated, it names nothing. */
function numberRisks({ verb, from, to }: ObjectStep, type: string): Risk[] {
  if (verb !== 'drop') return []
  return objectsOfKind(from, 'column')
    .filter((column) => textOf(column, 'type') === type && to.objects.has(column.id))
    .flatMap(({ id }) => risk('data_loss', idInWords(id)))
}
