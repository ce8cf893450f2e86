import type { Catalog, CatalogObject, ObjectId } from '../../model/catalog.ts'
import { childrenOf, objectsOfKind } from '../../model/catalog.ts'
import { dependentsOf, neededBy } from '../../model/needs.ts'
import { flagOf, textIn, textOf, textsOf } from '../attribute.ts'
import { nameOf, ownNameOf, parentNameOf } from '../name.ts'
import type { ObjectStep } from './object-step.ts'
import { parentsOf } from './relations.ts'
import { columnsOfType } from './type-users.ts'
import type { Lock, Work } from './work.ts'

/**
 * Whether a new column, or one that comes to be computed, makes PostgreSQL write every row: a default that may differ
 * from row to row, an identity, a stored expression (manual, ALTER TABLE, Notes).
 */
export function needsRewrite({ verb, after, to }: ObjectStep): boolean {
  if (after === undefined) return false
  const generated = textOf(after, 'generated')
  if (generated !== null) return generated === 'stored'
  if (verb !== 'create') return false
  if ((after.attributes['identity'] ?? null) !== null) return true
  return (
    isVolatile(textOf(after, 'default')) ||
    callsVolatile(after, to) ||
    isChecked(textIn(after, 'type'), to)
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
export function typeNeedsRewrite({ before, after, from, to }: ObjectStep): boolean {
  if (before === undefined || after === undefined) return true
  const [old, fresh] = [textIn(before, 'type'), textIn(after, 'type')]
  // A type that is recreated: values stand as texts meanwhile.
  if (old === fresh)
    return isSameCollation(before, after) && (isChecked(fresh, to) || !isText(fresh, to))
  if (old !== baseOf(old, from) && /\(/.test(fresh)) return true
  return isChecked(fresh, to) || !isStoredAlike(baseOf(old, from), baseOf(fresh, to))
}

function isSameCollation(before: CatalogObject, after: CatalogObject): boolean {
  return textOf(before, 'collation') === textOf(after, 'collation')
}

/** Whether values that stand as texts while their type is recreated are stored otherwise than before. */
export function textNeedsRewrite({ before, from }: ObjectStep): boolean {
  return before === undefined || !isText(textIn(before, 'type'), from)
}

/** A domain over text is a text on disk. */
function isText(type: string, catalog: Catalog): boolean {
  return /^(?:text|character varying(?:\(\d+\))?)$/.test(baseOf(type, catalog))
}

/** Whether the rows are read, if only to build an index again. */
export function typeNeedsScan(step: ObjectStep): boolean {
  const { before, after, from } = step
  if (typeNeedsRewrite(step)) return true
  if (before === undefined || after === undefined || isSameCollation(before, after)) return false
  return dependentsOf(from, before.id).some((id) => /^(?:index|constraint) /.test(id))
}

/** What a domain is over, at the bottom; any other type is itself. */
function baseOf(type: string, catalog: Catalog): string {
  const domain = catalog.objects.get(`domain ${type}`)
  return domain === undefined ? type : baseOf(textIn(domain, 'type'), catalog)
}

/** Whether a type is a domain that not every value passes. */
function isChecked(type: string, catalog: Pick<Catalog, 'objects'>): boolean {
  const domain = catalog.objects.get(`domain ${type}`)
  if (domain === undefined) return false
  const checks = [...catalog.objects.values()].some(({ parent }) => parent === domain.id)
  return checks || flagOf(domain, 'notNull') || isChecked(textIn(domain, 'type'), catalog)
}

/**
 * Foreign keys of a column whose type changes are made again: both tables are locked, and the one that refers is checked
 * where values are stored otherwise.
 */
export function keysOfColumn(step: ObjectStep): Work[] {
  const { before, from } = step
  if (before === undefined) return []
  const keys = dependentsOf(from, before.id).flatMap((id) => from.objects.get(id) ?? [])
  return keys
    .filter((key) => key.kind === 'constraint' && textIn(key, 'type') === 'foreign')
    .flatMap((key) => [
      {
        relation: parentNameOf(key),
        lock: 'access exclusive' as const,
        scan: typeNeedsRewrite(step),
      },
      ...referenced(key, step).map((relation) => ({ relation, lock: 'access exclusive' as const })),
    ])
    .filter(({ relation }) => relation !== parentNameOf(before))
}

/** A partition that leaves its table locks that and its default partition (manual, ALTER TABLE, DETACH PARTITION). */
export function formerParent(step: ObjectStep): Work[] {
  const { before } = step
  const parents = before === undefined ? [] : partitionParents(before)
  return [
    ...parents.map((relation) => ({ relation, lock: 'access exclusive' as const })),
    ...defaultPartitions(before, step).map((relation) => ({
      relation,
      lock: 'access exclusive' as const,
    })),
  ]
}

/** The default partition may hold rows that belong to a partition that is attached (manual, ALTER TABLE). */
export function newSibling(step: ObjectStep): Work[] {
  return defaultPartitions(step.after, step).map((relation) => ({
    relation,
    lock: 'access exclusive',
    scan: true,
  }))
}

function defaultPartitions(table: CatalogObject | undefined, { from }: ObjectStep): string[] {
  const parents = parentsOf(table)
  return objectsOfKind(from, 'table')
    .filter((each) => each.id !== table?.id && textOf(each, 'bound') === 'DEFAULT')
    .filter((each) => parentsOf(each).some((parent) => parents.includes(parent)))
    .map(({ id }) => nameOf(id))
}

function isStoredAlike(old: string, fresh: string): boolean {
  const [before, after] = [old, fresh].map(split)
  if (before === undefined || after === undefined) return false
  const isText = [before, after].every(
    ({ name }) => name === 'text' || name === 'character varying',
  )
  if (!isText && before.name !== after.name) return alike.has(`${before.name} ${after.name}`)
  const isRoomy = before.mods.length > 0 && after.mods.length === 0
  if (after.mods.length === 0) return true
  if (!growing.test(after.name) || before.mods.length === 0) return isRoomy
  const [length = 0, scale] = before.mods
  return (after.mods[0] ?? 0) >= length && scale === after.mods[1]
}

function split(type: string): { readonly name: string; readonly mods: readonly number[] } {
  const [, name = type, mods = '', rest = ''] =
    /^(.*?)(?:\((-?\d+(?:,-?\d+)?)\))?([^()]*)$/s.exec(type) ?? []
  return { name: name + rest, mods: mods === '' ? [] : mods.split(',').map(Number) }
}

/** Types that may grow in place. */
const growing = /^(?:character varying|numeric|timestamp|time |interval|bit varying)/

/** Types that are the same on disk (pg_cast, castmethod b). */
const alike: ReadonlySet<string> = new Set([
  'bit bit varying',
  'cidr inet',
  'xml text',
  'citext text',
  'text citext',
])

/** Whether setting NOT NULL reads the rows: not where a valid check proves it (manual, ALTER TABLE). */
export function checksNotNull({ before, after, from }: ObjectStep): boolean {
  if (after === undefined || after.attributes['notNullValidated'] === false) return false
  if (!flagOf(after, 'notNull') || (before !== undefined && flagOf(before, 'notNull'))) return false
  const name = ownNameOf(after)
  const isProved = childrenOf(from, after.parent ?? '').some(
    (child) =>
      child.kind === 'constraint' &&
      flagOf(child, 'validated') &&
      textIn(child, 'definition') === `CHECK ((${name} IS NOT NULL))`,
  )
  return !isProved
}

/** Whether a constraint is checked against the rows that are there. */
export function checksRows({ after }: ObjectStep): boolean {
  if (after === undefined) return false
  return (
    after.kind !== 'constraint' || flagOf(after, 'validated') || textOf(after, 'index') !== null
  )
}

/** The tables at the other ends of a foreign key, or of all keys of a table; its parents where it comes or goes as a partition. */
export function referencedTables(
  step: ObjectStep,
  { partitions = false }: { readonly partitions?: boolean } = {},
): Work[] {
  const { verb, before, after } = step
  const object = after ?? before
  if (object === undefined) return []
  const lock: Lock = verb === 'drop' ? 'access exclusive' : 'share row exclusive'
  const keys = object.kind === 'constraint' ? [object] : verb === 'drop' ? keysOf(object, step) : []
  const parents = partitions
    ? [before, after].flatMap((table) => (table === undefined ? [] : partitionParents(table)))
    : []
  return [
    ...keys.flatMap((key) => referenced(key, step)).map((relation) => ({ relation, lock })),
    ...parents.map((relation) => ({ relation, lock: 'access exclusive' as const })),
  ]
}

function keysOf({ id }: CatalogObject, { from }: ObjectStep): CatalogObject[] {
  return childrenOf(from, id).filter(({ kind }) => kind === 'constraint')
}

function partitionParents(table: CatalogObject): string[] {
  return textOf(table, 'partitionOf') === null ? [] : parentsOf(table).map(nameOf)
}

/** The table that a foreign key refers to, as the dependencies have it. */
function referenced(key: CatalogObject, { verb, from, to }: ObjectStep): string[] {
  if (textIn(key, 'type') !== 'foreign') return []
  const catalog = verb === 'create' ? to : from
  const own = parentNameOf(key)
  const tables = neededBy(catalog, key.id).map((id) => tableOf(catalog.objects.get(id)))
  return [...new Set(tables.flatMap((name) => name ?? []))].filter((name) => name !== own)
}

function tableOf(object: CatalogObject | undefined): string | undefined {
  if (object === undefined) return undefined
  return object.kind === 'table' || object.kind === 'materializedView'
    ? nameOf(object.id)
    : object.parent === null
      ? undefined
      : nameOf(object.parent)
}

/** Tables are locked and read while the values of their columns are checked (manual, ALTER DOMAIN). */
export function tablesOfDomain({ kind, after, from }: ObjectStep): Work[] {
  const domain = kind === 'domain' ? after?.id : after?.parent
  const isChecked =
    kind === 'domain'
      ? after !== undefined && flagOf(after, 'notNull')
      : after !== undefined && flagOf(after, 'validated')
  if (!isChecked) return []
  return columnsOfType(domain ?? '', from).map((relation) => ({
    relation,
    lock: 'share',
    scan: true,
  }))
}

/** A materialized view reads its tables when it is created with data. */
export function readsTables({ after, to }: ObjectStep): Work[] {
  if (after === undefined || !flagOf(after, 'populated')) return []
  const tables = sourcesOf(after.id, to)
  return [...new Set(tables)].toSorted().map((relation) => ({ relation, scan: true }))
}

/** The tables that a view reads, through other views too. */
function sourcesOf(view: ObjectId, catalog: Catalog): string[] {
  return neededBy(catalog, view).flatMap((id) => {
    if (id.startsWith('view ')) return sourcesOf(id, catalog)
    return tableOf(catalog.objects.get(id)) ?? []
  })
}

/** Most storage parameters take no lock that keeps others out (manual, CREATE TABLE, Storage Parameters). */
export function optionsLock({ before, after }: ObjectStep): Lock | undefined {
  const [old, fresh] = [before, after].map((object) =>
    object === undefined ? [] : [...textsOf(object, 'options'), ...textsOf(object, 'toastOptions')],
  )
  const changed = [...(old ?? []), ...(fresh ?? [])].filter(
    (option) => old?.includes(option) !== true || fresh?.includes(option) !== true,
  )
  return changed.some((option) => option.startsWith('user_catalog_table'))
    ? 'access exclusive'
    : undefined
}

/** Its numbers change under a lock that keeps nextval() out (manual, ALTER SEQUENCE). */
export function sequenceLock({ attribute }: ObjectStep): Lock {
  return attribute === 'persistence' ? 'access exclusive' : 'share row exclusive'
}
