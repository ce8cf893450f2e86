import type { Catalog, CatalogObject, ObjectId } from '../../../model/catalog.ts'
import { objectsOfKind } from '../../../model/catalog.ts'
import { flagOf, textIn } from '../../../model/attribute.ts'
import { factsOf } from '../../../model/kind.ts'
import { dependentsOf } from '../../../model/needs.ts'
import { idAt, idInWords, nameOf } from '../../../model/object-id.ts'
import { membersOf } from '../../rules/operator-members.ts'
import type { OperatorMember } from '../../rules/operator-members.ts'
import type { Risk } from '../hazard.ts'
import { risk, sets } from '../object-step.ts'
import type { ObjectStep } from '../object-step.ts'

/** That an operator calls another function: what uses it gives other results. */
export function operatorRisks({ id, verb, before, after }: ObjectStep): Risk[] {
  if (verb !== 'create' || before === undefined || after === undefined) return []
  const [old, fresh] = [idAt(before, 'function'), idAt(after, 'function')]
  return old === fresh || old === null || fresh === null
    ? []
    : risk('changes_statements', `${idInWords(id)} calls ${nameOf(fresh)}`)
}

/** What a type is sorted, compared and indexed by from here on, and what its indexes no longer serve. */
export function operatorClassRisks(step: ObjectStep): Risk[] {
  const { id, verb, before, after } = step
  if (before === undefined) return []
  if (verb === 'drop' && after === undefined) return defaultRisks(id, before, after)
  if (verb !== 'create') return []
  return [...defaultRisks(id, before, after), ...lossRisks(step, [id])]
}

/** What indexes no longer serve, since a family has lost a member; and what goes along with a family. */
export function operatorFamilyRisks(step: ObjectStep): Risk[] {
  const { id, verb, from, to } = step
  if (verb === 'drop')
    return classesIn(id, from)
      .filter((each) => !to.objects.has(each))
      .flatMap((each) => defaultRisks(each, from.objects.get(each), undefined))
  if (verb !== 'alter' || !sets(step, 'members')) return []
  return lossRisks(step, classesIn(id, to))
}

function defaultRisks(
  id: ObjectId,
  before: CatalogObject | undefined,
  after: CatalogObject | undefined,
): Risk[] {
  const [old, fresh] = [typeOf(before), typeOf(after)]
  if (old === fresh) return []
  const lost = `${idInWords(id)} is no longer the default for ${old ?? ''}`
  return [
    ...(old === undefined ? [] : risk('changes_statements', lost)),
    ...(fresh === undefined
      ? []
      : risk('changes_statements', `${idInWords(id)} is the default for ${fresh}`)),
  ]
}

/** The type that it is the default for. */
function typeOf(object: CatalogObject | undefined): string | undefined {
  return object !== undefined && flagOf(object, 'default') ? textIn(object, 'type') : undefined
}

function classesIn(family: ObjectId, catalog: Catalog): ObjectId[] {
  return objectsOfKind(catalog, 'operatorClass')
    .filter((each) => idAt(each, 'family') === family)
    .map(({ id }) => id)
}

function lossRisks({ before, after, from, to }: ObjectStep, classes: readonly ObjectId[]): Risk[] {
  if (before === undefined || after === undefined) return []
  const kept = new Set(membersOf(after).map(operatorOf))
  const lost = membersOf(before)
    .map(operatorOf)
    .filter((each) => !kept.has(each) && each !== '')
  const indexes = classes
    .flatMap((each) => indexesOf(each, from))
    .filter((index) => to.objects.has(index))
  return lost.flatMap((operator) =>
    indexes.flatMap((index) =>
      risk('changes_statements', `${idInWords(index)} no longer serves ${idInWords(operator)}`),
    ),
  )
}

function operatorOf({ sort, uses }: OperatorMember): string {
  return sort === 'operator' ? uses : ''
}

/** The indexes that were built with what a function of their operator class had said, and stay as they are. */
export function supportFunctionRisks({ id, verb, attribute, from, to }: ObjectStep): Risk[] {
  if (verb !== 'alter' || attribute !== 'definition') return []
  return dependentsOf(from, id)
    .filter((user) => from.objects.get(user)?.kind === 'operatorClass')
    .flatMap((each) => indexesOf(each, from))
    .filter((index) => to.objects.has(index))
    .flatMap((index) => risk('goes_stale', idInWords(index)))
}

function indexesOf(operatorClass: ObjectId, catalog: Catalog): ObjectId[] {
  return dependentsOf(catalog, operatorClass).filter((user) => isIndex(catalog.objects.get(user)))
}

function isIndex(object: CatalogObject | undefined): boolean {
  return object !== undefined && factsOf(object.kind).hasIndex === true
}
