import { textIn, textOf, textsOf } from '../../../model/attribute.ts'
import type { CatalogObject } from '../../../model/catalog.ts'
import { dependentsOf, neededBy } from '../../../model/needs.ts'
import { attachedTo, childId } from '../../../model/object-id.ts'
import { create } from '../../action.ts'
import { ownNameOf, parentNameOf } from '../../rules/facets/name.ts'
import { createPart } from '../../rules/part-statement.ts'
import { statement } from '../../statement.ts'
import type { Statement } from '../../statement.ts'
import { findCreated, findRecreated, isPartitioned } from '../online-form.ts'
import type { FindForm, OnlineForm, Seen } from '../online-form.ts'
import { lockRisks, withoutWork } from '../told-risks.ts'

/** A primary key or a unique constraint of rows that are in use: its index is built concurrently, and then taken. */
export const uniqueForm: FindForm = (given, seen) => {
  const constraint = findCreated(given, 'constraint', seen)
  if (constraint === undefined) return undefined
  const type = textIn(constraint, 'type')
  if (type === 'foreign' || type === 'check') return undefined
  const plain = whyPlain(constraint, seen)
  if (plain !== undefined) return { plain }
  return takeIndex(given, constraint, seen)
}

/** Whether an index becomes that of a constraint. */
export function isTaken(index: CatalogObject, seen: Seen): boolean {
  const id = childId('constraint', index.parent ?? index.id, ownNameOf(index))
  const given = seen.statements.find(({ verb, object }) => verb === 'create' && object === id)
  const form = given === undefined ? undefined : uniqueForm(given, seen)
  return form !== undefined && 'files' in form && isTakenAsItIs(index, seen)
}

/** Whether it is the one that would be built for a constraint. */
function isTakenAsItIs(index: CatalogObject, { context, created }: Seen): boolean {
  const id = childId('constraint', index.parent ?? index.id, ownNameOf(index))
  const constraint = created.has(id) ? context.to.objects.get(id) : undefined
  if (constraint === undefined || isPartitioned(index.parent, { context })) return false
  const { columns = '', include = '', nulls = '' } = partsOf(constraint)
  const wanted = `CREATE UNIQUE INDEX ${ownNameOf(index)} ON ${parentNameOf(index)} USING btree ${columns}${include}${nulls}`
  return textIn(index, 'definition') === wanted
}

/** The index of its name that goes, or becomes that of a constraint. */
function indexBefore(
  constraint: CatalogObject,
  { context, dropped }: Seen,
): CatalogObject | undefined {
  const id = childId('index', constraint.parent ?? constraint.id, ownNameOf(constraint))
  return dropped.has(id) ? context.from.objects.get(id) : undefined
}

function whyPlain(constraint: CatalogObject, seen: Seen): string | undefined {
  if (textIn(constraint, 'type') === 'exclude') return whole
  if (seen.dropped.has(constraint.id)) return sameName
  const ofTable = whyOfPartitions(constraint, seen)
  if (ofTable !== undefined) return ofTable
  const before = indexBefore(constraint, seen)
  if (before !== undefined && !isTakenAsItIs(before, seen)) return 'an index has its name'
  return whyDefined(constraint) ?? whyNeeded(constraint, seen)
}

function whyOfPartitions(constraint: CatalogObject, seen: Seen): string | undefined {
  if (isPartitioned(constraint.parent, seen)) return ofPartitions
  return attachedTo(constraint) === null
    ? undefined
    : 'it is attached to that of its partitioned table'
}

function whyDefined(constraint: CatalogObject): string | undefined {
  if (!definition.test(textIn(constraint, 'definition')))
    return 'its definition has more than columns'
  return textOf(constraint, 'tablespace') === null ? undefined : 'it has a tablespace'
}

function whyNeeded(constraint: CatalogObject, seen: Seen): string | undefined {
  const recreated = findRecreated(constraint.id, seen)
  if (recreated !== undefined) return `${recreated} needs it, and is recreated in the same plan`
  const old = textIn(constraint, 'type') === 'primary' ? oldKeyOf(constraint, seen) : undefined
  if (old === undefined) return undefined
  const { from } = seen.context
  // It goes with its columns, before the next one could come.
  if (neededBy(from, old.object).some((id) => seen.dropped.has(id)))
    return 'columns of the primary key that it replaces are dropped'
  return dependentsOf(from, old.object).length > 0
    ? 'other objects use the primary key that it replaces'
    : undefined
}

const whole = 'PostgreSQL builds the index of an exclusion constraint with the constraint alone'

const sameName =
  'it is recreated under its name, and until it is built there would be none. Give the new one another name'

const ofPartitions = 'PostgreSQL takes no index for a constraint of a partitioned table'

/** As pg_get_constraintdef prints one: `UNIQUE NULLS NOT DISTINCT (a, b) INCLUDE (c) DEFERRABLE`. */
const definition =
  /^(?<type>UNIQUE|PRIMARY KEY)(?<nulls> NULLS NOT DISTINCT)? (?<columns>\((?!.* WITHOUT OVERLAPS\)).*?\))(?<include> INCLUDE \(.*?\))?(?<deferrable> DEFERRABLE.*)?$/

function takeIndex(given: Statement, constraint: CatalogObject, seen: Seen): OnlineForm {
  const { type = '', deferrable = '' } = partsOf(constraint)
  const own = ownNameOf(constraint)
  const { action } = createPart(
    constraint,
    `${type.toLowerCase()} using index ${own}${deferrable.toLowerCase()}`,
  )
  const take: Statement = { ...given, action, risks: lockRisks(given) }
  const old = type === 'PRIMARY KEY' ? oldKeyOf(constraint, seen) : undefined
  const taking = { phase: 'take', statements: old === undefined ? [take] : [old, take] } as const
  if (indexBefore(constraint, seen) !== undefined) return { now: [], files: [taking] }
  const build = {
    phase: 'build',
    statements: [buildIndex(given, constraint)],
    outside: true,
  } as const
  return { now: [], files: [build, taking] }
}

function buildIndex(given: Statement, constraint: CatalogObject): Statement {
  const { nulls = '', columns = '', include = '' } = partsOf(constraint)
  const own = ownNameOf(constraint)
  const table = parentNameOf(constraint)
  const object = childId('index', constraint.parent ?? constraint.id, own)
  const set = textsOf(constraint, 'indexOptions')
  const options = set.length === 0 ? '' : ` with (${set.join(', ')})`
  return {
    ...statement(
      { verb: 'create', object },
      create(`unique index ${own}`, ` on ${table} ${columns}${include}${nulls}${options}`),
    ),
    risks: withoutWork(given).risks,
    concurrently: true,
    atlasCodes: ['MF101'],
    tells: `the index of ${own}, a constraint of ${table}.`,
  }
}

function partsOf(constraint: CatalogObject): Partial<Record<string, string>> {
  return definition.exec(textIn(constraint, 'definition'))?.groups ?? {}
}

/** Whether a primary key goes with the statement that takes the index of the next one. */
export function goesWithNext(old: CatalogObject, seen: Seen): boolean {
  const form = nextKeys(old, seen).map((each) => uniqueForm(each, seen))[0]
  return form !== undefined && 'files' in form
}

/** Whether the table of a primary key gets another one. */
export function hasNextKey(old: CatalogObject, seen: Seen): boolean {
  return nextKeys(old, seen).length > 0
}

function nextKeys(old: CatalogObject, { context, statements }: Seen): Statement[] {
  if (old.attributes['type'] !== 'primary') return []
  return statements.filter(({ verb, object }) => {
    const next = context.to.objects.get(object)
    return (
      verb === 'create' && next?.parent === old.parent && next?.attributes['type'] === 'primary'
    )
  })
}

/** The statement that drops the primary key in whose place another one comes: a table has one at a time. */
function oldKeyOf({ parent }: CatalogObject, seen: Seen): Statement | undefined {
  return seen.statements.find(({ verb, object }) => {
    const old = seen.context.from.objects.get(object)
    return verb === 'drop' && old?.parent === parent && old.attributes['type'] === 'primary'
  })
}
