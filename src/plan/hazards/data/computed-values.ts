import type { CatalogObject, ObjectId } from '../../../model/catalog.ts'
import { flagOf, textOf } from '../../../model/attribute.ts'
import { isSameValue } from '../../../model/compare-catalogs.ts'
import type { Kind } from '../../../model/kind.ts'
import { dependentsOf } from '../../../model/needs.ts'
import { attachedTo, idInWords } from '../../../model/object-id.ts'
import type { Risk } from '../hazard.ts'
import { risk } from '../object-step.ts'
import type { ObjectStep } from '../object-step.ts'

/** What keeps results of a function that returns others from here on. PostgreSQL computes none of it again. */
export function functionResultRisks(step: ObjectStep): Risk[] {
  const { verb, attribute } = step
  const isReplaced = verb === 'alter' && attribute === 'definition'
  return isReplaced && ofResults.some((name) => differs(step, name)) ? staleAfter(step) : []
}

/** What a result follows from; how often and by whom a function is called changes none. */
const ofResults = ['body', 'language', 'library', 'strict', 'config', 'arguments'] as const

/** The materialized views that keep rows of a view with another query. */
export function viewResultRisks(step: ObjectStep): Risk[] {
  return step.verb === 'alter' && differs(step, 'definition') ? staleAfter(step) : []
}

function differs({ before, after }: ObjectStep, name: string): boolean {
  return !isSameValue(before?.attributes[name], after?.attributes[name])
}

/** What keeps values computed with an object, by itself or by what it is used in, unless it is made again. */
export function staleAfter({ id, from, to }: ObjectStep): Risk[] {
  const seen = new Set([id])
  const found = new Set<ObjectId>()
  for (const each of seen)
    for (const dependent of dependentsOf(from, each)) {
      const object = from.objects.get(dependent)
      // An index of a materialized view is made again with it.
      if (object === undefined || object.parent === each) continue
      if (keepsValues(object)) found.add(dependent)
      if (handsOn(object)) seen.add(dependent)
    }
  return [...found]
    .filter((each) => isSameSource(from.objects.get(each), to.objects.get(each)))
    .toSorted()
    .flatMap((each) => risk('goes_stale', idInWords(each)))
}

/** Whether two states of an object are computed from the same expression or query. */
function isSameSource(
  before: CatalogObject | undefined,
  after: CatalogObject | undefined,
): boolean {
  return (
    after !== undefined &&
    ['definition', 'default', 'partitionKey'].every((name) =>
      isSameValue(before?.attributes[name], after.attributes[name]),
    )
  )
}

/** Parts of partitions are told with those of their table. */
function keepsValues(object: CatalogObject): boolean {
  if (attachedTo(object) !== null || object.attributes['inherited'] === true) return false
  return keeping[object.kind]?.(object) === true
}

/** By kind, what keeps values or rows as they were computed, compared or let in. */
const keeping: Readonly<Partial<Record<Kind, (object: CatalogObject) => boolean>>> = {
  index: () => true,
  materializedView: () => true,
  column: (column) => textOf(column, 'generated') === 'stored',
  // A table depends on what is in its partition key.
  table: (table) => textOf(table, 'partitionKey') !== null,
  constraint: (constraint) =>
    textOf(constraint, 'type') === 'exclude' ||
    (textOf(constraint, 'type') === 'check' && flagOf(constraint, 'validated')),
  domainConstraint: (constraint) => flagOf(constraint, 'validated'),
}

/** Whether its results are those of what it uses. */
function handsOn(object: CatalogObject): boolean {
  return handingOn.has(object.kind) || textOf(object, 'generated') === 'virtual'
}

const handingOn: ReadonlySet<Kind> = new Set([
  'textSearchConfiguration',
  'textSearchDictionary',
  'function',
  'aggregate',
  'operator',
  'view',
  'materializedView',
])
