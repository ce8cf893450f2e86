import type { CatalogObject, ObjectId } from '../../../model/catalog.ts'
import { objectsOfKind } from '../../../model/catalog.ts'
import { isSameValue } from '../../../model/compare-catalogs.ts'
import type { Kind } from '../../../model/kind.ts'
import { textOf } from '../../../model/attribute.ts'
import { dependentsOf } from '../../../model/needs.ts'
import { idInWords } from '../../../model/object-id.ts'
import type { Risk } from '../hazard.ts'
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
  return computedBy(step).flatMap((id) => risk('goes_stale', idInWords(id)))
}

/** What keeps values computed with an object, by itself or by what it is used in, unless it is made again. */
function computedBy({ id, from, to }: ObjectStep): ObjectId[] {
  const seen = new Set([id])
  const found = new Set<ObjectId>()
  for (const each of seen)
    for (const dependent of dependentsOf(from, each)) {
      const object = from.objects.get(dependent)
      if (object === undefined) continue
      if (keepsValues(object)) found.add(dependent)
      else if (handsOn.has(object.kind)) seen.add(dependent)
    }
  return [...found]
    .filter((each) => isSameSource(from.objects.get(each), to.objects.get(each)))
    .toSorted()
}

/** Whether two states of an object are computed from the same expression or query. */
function isSameSource(
  before: CatalogObject | undefined,
  after: CatalogObject | undefined,
): boolean {
  return (
    after !== undefined &&
    ['definition', 'default'].every((name) =>
      isSameValue(before?.attributes[name], after.attributes[name]),
    )
  )
}

function keepsValues(object: CatalogObject): boolean {
  return (
    object.kind === 'index' ||
    object.kind === 'materializedView' ||
    (object.kind === 'column' && textOf(object, 'generated') === 'stored')
  )
}

/** Kinds whose results are those of what they use. */
const handsOn: ReadonlySet<Kind> = new Set([
  'textSearchConfiguration',
  'textSearchDictionary',
  'function',
  'aggregate',
  'view',
])

/** A value of such a type is the number of an object: when that is dropped, or recreated, it names nothing. */
function numberRisks({ verb, from, to }: ObjectStep, type: string): Risk[] {
  if (verb !== 'drop') return []
  return objectsOfKind(from, 'column')
    .filter((column) => textOf(column, 'type') === type && to.objects.has(column.id))
    .flatMap(({ id }) => risk('data_loss', idInWords(id)))
}
