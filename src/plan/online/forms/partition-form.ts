import { textIn, textOf } from '../../../model/attribute.ts'
import type { CatalogObject, ObjectId } from '../../../model/catalog.ts'
import { attachedTo, childId, isChildOf, nameOf } from '../../../model/object-id.ts'
import { schemaNameOf } from '../../../model/qualified-name.ts'
import { alter, create } from '../../action.ts'
import type { Risk } from '../../hazards/hazard.ts'
import { handsDown } from '../../rules/attached/coming.ts'
import { partAttachedTo, partitionsOf } from '../../rules/attached/partitions.ts'
import { ownNameOf } from '../../rules/facets/name.ts'
import { statement } from '../../statement.ts'
import type { Statement } from '../../statement.ts'
import { isInUse, isPartitioned } from '../online-form.ts'
import type { OnlineFile, OnlineForm, PlainForm, Seen } from '../online-form.ts'
import { lockRisks, rowRisks } from '../told-risks.ts'

/**
 * An index of a partitioned table: those of its partitions are built concurrently, one by one. Then it is made without
 * them, and they are attached (manual, 5.12.2.2).
 */
export function partitionForm(
  given: Statement,
  index: CatalogObject,
  seen: Seen,
): OnlineForm | PlainForm {
  if (!handsDown(index, seen.context)) return { now: [given], files: [] }
  const parts = partsOf(index, seen)
  if ('plain' in parts) return parts
  const leaves = parts.filter(({ table }) => !isPartitioned(table, seen))
  // Nothing is built.
  if (leaves.length === 0) return { now: [given], files: [] }
  const builds = leaves.map((part): OnlineFile => ({
    phase: 'build',
    statements: [buildPart(given, index, part)],
    outside: true,
  }))
  return { now: [], files: [...builds, { phase: 'take', statements: join(given, index, parts) }] }
}

/** A partition, and its index: as it is called, and the index that it is attached to. */
interface Part {
  readonly table: ObjectId
  readonly name: string
  readonly parent: string
}

/** Every partition, those of a partition behind it; or why their indexes cannot be built before. */
function partsOf(index: CatalogObject, seen: Seen): readonly Part[] | PlainForm {
  if (textOf(index, 'tablespace') !== null) return { plain: 'it has a tablespace' }
  const parts = find(index, seen)
  const bad = parts.find(({ table, name }) => !isUsable(table, name, seen))
  return bad === undefined
    ? parts
    : { plain: `${bad.table} has indexes that change, is new, or the name of its part is taken` }
}

function find(index: CatalogObject, seen: Seen): Part[] {
  const { to } = seen.context
  return partitionsOf(to, index.parent).flatMap((table) => {
    const part = partAttachedTo(table, index.id, to)
    if (part === undefined) return []
    return [
      { table: table.id, name: ownNameOf(part), parent: ownNameOf(index) },
      ...find(part, seen),
    ]
  })
}

function isUsable(table: ObjectId, name: string, seen: Seen): boolean {
  const { from, to } = seen.context
  const own = `${schemaNameOf(nameOf(table))}.${name}`
  const isTaken =
    ['index', 'constraint'].some((kind) => from.objects.has(childId(kind, table, name))) ||
    ['table', 'foreignTable', 'view', 'sequence', 'materializedView'].some((kind) =>
      [...from.objects.keys()].some((id) => id === `${kind} ${own}`),
    )
  const changes = seen.statements.some(({ object }) => {
    const part = to.objects.get(object)
    const follows = part !== undefined && attachedTo(part) !== null
    return isChildOf(object, 'index', table) && !follows
  })
  return isInUse(table, seen) && !isTaken && !changes
}

function buildPart(given: Statement, index: CatalogObject, { table, name }: Part): Statement {
  return {
    ...statement(
      { verb: 'create', object: childId('index', table, name) },
      indexOn(index, name, nameOf(table)),
    ),
    risks: rowRisks(given),
    concurrently: true,
    tells: `the index ${ownNameOf(index)} of ${nameOf(index.parent ?? index.id)}: that of its partition ${nameOf(table)}.`,
  }
}

/** `create index NAME on TABLE using …`, as the index of the whole table is defined. */
function indexOn(index: CatalogObject, name: string, table: string): ReturnType<typeof create> {
  const definition = textIn(index, 'definition')
  const unique = definition.startsWith('CREATE UNIQUE ') ? 'unique ' : ''
  return create(
    `${unique}index ${name}`,
    ` on ${table}${definition.slice(definition.indexOf(' USING '))}`,
  )
}

function join(given: Statement, index: CatalogObject, parts: readonly Part[]): Statement[] {
  const whole = { table: index.parent ?? index.id, name: ownNameOf(index) }
  const inner = parts.filter(({ name }) => parts.some(({ parent }) => parent === name))
  const tells = `the index ${whole.name} of ${nameOf(whole.table)} is new. Those of its partitions are attached to it.`
  const own = { object: index.id, tells }
  const risksOf = (table: ObjectId): Risk[] =>
    lockRisks(given).filter(({ what }) => what === nameOf(table))
  const parentSchema = new Map([...inner, whole].map(({ name, table }) => [name, schemaOf(table)]))
  return [
    ...[whole, ...inner].map(({ name, table }) => ({
      ...statement(
        { verb: 'create', object: index.id },
        indexOn(index, name, `only ${nameOf(table)}`),
      ),
      ...own,
      risks: risksOf(table),
    })),
    ...parts.toReversed().map(({ table, name, parent }) => ({
      ...statement(
        { verb: 'alter', object: index.id },
        alter(
          `index ${parentSchema.get(parent) ?? ''}.${parent}`,
          `attach partition ${schemaOf(table)}.${name}`,
        ),
      ),
      ...own,
      risks: [],
    })),
  ]
}

function schemaOf(table: ObjectId): string {
  return schemaNameOf(nameOf(table))
}
