import type { Catalog, CatalogObject } from '../../../model/catalog.ts'
import { childrenOf, objectsOfKind } from '../../../model/catalog.ts'
import { dependentsOf, neededBy } from '../../../model/needs.ts'
import { textIn, textOf } from '../../../model/attribute.ts'
import { factsOfId, nameOf } from '../../../model/object-id.ts'
import { needsOldCollation } from '../data/compared-values.ts'
import { lacksValue } from '../data/null-values.ts'
import { bothOf } from '../object-step.ts'
import type { Both, ObjectStep } from '../object-step.ts'
import { tableOwning } from '../../rules/owned-by.ts'
import { heirsOf } from '../known-relations.ts'
import { baseOf, isCheckedDomain, isStoredAlike } from './storage.ts'
import type { Work } from './work-row.ts'

/**
 * Whether a new column, or one that comes to be computed, makes PostgreSQL write every row: a default that may differ
 * from row to row, an identity, a stored expression (manual, ALTER TABLE, Notes).
 */
export function needsRewrite({ verb, after, to }: ObjectStep): boolean {
  if (after === undefined) return false
  const generated = textOf(after, 'generated')
  if (generated !== null) return generated === 'stored'
  return verb === 'create' && differsByRow(after, to)
}

/** Whether adding a column reads every row: to write it, or to see that there is none which would lack a value. */
export function addingReads(step: ObjectStep): boolean {
  const { after } = step
  return needsRewrite(step) || (after !== undefined && lacksValue(after))
}

function differsByRow(column: CatalogObject, catalog: Catalog): boolean {
  return (
    (column.attributes['identity'] ?? null) !== null ||
    isVolatile(textOf(column, 'default')) ||
    callsVolatile(column, catalog) ||
    isCheckedDomain(textIn(column, 'type'), catalog)
  )
}

function callsVolatile({ id }: CatalogObject, catalog: Catalog): boolean {
  return neededBy(catalog, id).some(
    (needed) => catalog.objects.get(needed)?.attributes['volatility'] === 'volatile',
  )
}

/** PostgreSQL's own functions whose answer is another one each time; those of extensions are measured by the proof. */
function isVolatile(expression: string | null): boolean {
  return expression !== null && volatile.test(expression)
}

const volatile =
  /\b(?:random|clock_timestamp|timeofday|gen_random_uuid|uuid_generate_v[14]\w*|uuidv[47]|nextval|txid_current)\s*\(/

/** Whether values are stored otherwise in the new type: not where only room is added (manual, ALTER TABLE, Notes). */
export function typeNeedsRewrite(step: ObjectStep): boolean {
  const both = bothOf(step)
  if (both === undefined) return true
  const [old, fresh] = [textIn(both.before, 'type'), textIn(both.after, 'type')]
  return old === fresh ? isRebuilt(both, step) : isConverted(old, fresh, step)
}

/** A type that is recreated: its values are texts meanwhile. */
function isRebuilt({ before, after }: Both, { to }: ObjectStep): boolean {
  const type = textIn(after, 'type')
  // A text has to be looked at where the type has a length.
  const isLimited = baseOf(type, to).includes('(')
  return (
    isSameCollation(before, after) &&
    (isLimited || isCheckedDomain(type, to) || !isTextOnDisk(type, to))
  )
}

function isConverted(old: string, fresh: string, { from, to }: ObjectStep): boolean {
  // The cast from a domain does not know the length of what the domain is over.
  const isUnknownLength = old !== baseOf(old, from) && fresh.includes('(')
  return (
    isUnknownLength ||
    isCheckedDomain(fresh, to) ||
    !isStoredAlike(baseOf(old, from), baseOf(fresh, to))
  )
}

function isSameCollation(before: CatalogObject, after: CatalogObject): boolean {
  return textOf(before, 'collation') === textOf(after, 'collation')
}

/** Whether values that are texts while their type is recreated are stored differently afterwards. */
export function textNeedsRewrite({ before, from }: ObjectStep): boolean {
  return before === undefined || !isTextOnDisk(textIn(before, 'type'), from)
}

/** Whether values that become those of a type that is recreated are stored otherwise. Only a domain has them as they are. */
export function recreatedNeedsRewrite(step: ObjectStep): boolean {
  const both = bothOf(step)
  if (both === undefined) return true
  const [old, fresh] = [textIn(both.before, 'type'), textIn(both.after, 'type')]
  const [base, next] = [baseOf(old, step.from), baseOf(fresh, step.to)]
  const isDomain =
    base !== old && next !== fresh && ![base, next].some((each) => each.endsWith('[]'))
  return !isDomain || next.includes('(') || isConverted(base, fresh, step)
}

/** A domain over text is a text on disk. */
function isTextOnDisk(type: string, catalog: Catalog): boolean {
  return /^(?:text|character varying(?:\(\d+\))?)$/.test(baseOf(type, catalog))
}

/** Whether the rows are read when a type changes, if only to build an index again. */
export function typeNeedsScan(step: ObjectStep): boolean {
  if (typeNeedsRewrite(step)) return true
  const both = bothOf(step)
  if (both === undefined || isSameCollation(both.before, both.after)) return false
  return dependentsOf(step.from, both.before.id).some(
    (id) => factsOfId(id)?.hasIndex === true && !needsOldCollation(id, step),
  )
}

/** The options of an identity are those of its sequence, which is changed with it (manual, ALTER TABLE). */
export function identitySequence({ before, after, from, to }: ObjectStep): Work[] {
  const isThere = [before, after].every((each) => (each?.attributes['identity'] ?? null) !== null)
  if (!isThere) return []
  return childrenOf(from, before?.id ?? null)
    .filter(({ kind, id }) => kind === 'identitySequence' && to.objects.has(id))
    .map(({ id }) => ({ relation: nameOf(id), lock: 'share row exclusive' }))
}

/** Since 17 the partitions of a table have its identity too (its release notes). */
export function identityPartitions(step: ObjectStep): Work[] {
  const table = step.to.objects.get(step.after?.parent ?? '')
  if (table === undefined || step.to.serverVersion < 170_000) return []
  return heirsOf(table, step)
    .filter((heir) => textOf(heir, 'partitionOf') !== null)
    .map(({ id }) => ({ relation: nameOf(id), lock: 'access exclusive' }))
}

/** The sequences of a table's identities are logged as the table is (manual, ALTER TABLE). */
export function sequencesOfTable({ id, from }: ObjectStep): Work[] {
  return childrenOf(from, id)
    .flatMap((column) => childrenOf(from, column.id))
    .filter(({ kind }) => kind === 'identitySequence')
    .map((sequence) => ({ relation: nameOf(sequence.id), lock: 'access exclusive' }))
}

/** The sequences that a table's columns own get its owner too (source, ATExecChangeOwner). */
export function ownedSequences(step: ObjectStep): Work[] {
  const { id, from, to } = step
  const owned = objectsOfKind(to, 'sequence').filter((sequence) =>
    [from, to].every((catalog) => tableOwning(sequence.id, catalog) === id),
  )
  return [
    ...owned.map((sequence): Work => ({ relation: nameOf(sequence.id), lock: 'access exclusive' })),
    ...sequencesOfTable(step),
  ]
}
