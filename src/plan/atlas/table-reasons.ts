import { parentTablesOf } from '../../model/parent-tables.ts'
import type { Catalog, CatalogObject, ObjectId } from '../../model/catalog.ts'
import { childrenOf } from '../../model/catalog.ts'
import type { Change } from '../../model/compare-catalogs.ts'
import { changeReasons } from './change-reasons.ts'
import { reasonsAgainst, entangled } from './reasons-against.ts'
import { findAdopted } from '../names/adopted-indexes.ts'
import { findSameButName } from '../names/same-but-name.ts'
import { factsOf } from '../../model/kind.ts'
import type { Kind } from '../../model/kind.ts'
import { nameOf } from '../../model/object-id.ts'
import { definitionOfForeignKey } from '../rules/chosen-key.ts'
import { ownNameOf } from '../rules/facets/name.ts'
import { findMergedKeys } from '../rules/merged-keys.ts'
import type { Context } from '../rule.ts'
import { textIn } from '../../model/attribute.ts'

/** The reasons against Atlas for a table whose differences Atlas could plan; empty when there are none. */
export type FindReasons = (table: ObjectId, changes: readonly Change[]) => readonly string[]

/**
 * Reasons that are not in the differences of a table: the sort of table, and what it needs. Takes all changes
 * between the two states, and the table of each object.
 */
export function findReasonsAgainst(
  context: Context,
  all: readonly Change[],
  tableOf: (object: CatalogObject | undefined) => ObjectId | undefined,
): FindReasons {
  const states = [context.from, context.to]
  const handedOn = new Set(
    states.flatMap(({ objects }) => [...objects.values()].flatMap(parentTablesOf)),
  )
  const moving = new Map(all.map((change) => [objectOf(change).id, objectOf(change)]))
  const goneSchemas = new Set(
    all.flatMap((change) =>
      change.kind === 'removed' && change.object.kind === 'schema' ? [change.object.schema] : [],
    ),
  )
  const needing = new Map<ObjectId, string>()
  for (const { objects, dependencies } of states) {
    for (const { dependent, needed } of dependencies) {
      const object = moving.get(needed)
      if (object === undefined || isHarmless(object.kind)) continue
      const table = tableOf(objects.get(dependent))
      if (table !== undefined) needing.set(table, entangled(needed))
    }
  }
  const renamed = tablesWithNames(context)
  return (table, changes) => {
    const sorts = states.flatMap(({ objects }) => sortOf(objects.get(table)))
    const needs = needing.get(table)
    return [
      ...(handedOn.has(table) ? [reasonsAgainst.handsOn] : []),
      ...sorts,
      ...wholeReasons(table, changes, { to: context.to, goneSchemas }),
      ...(needs === undefined ? [] : [needs]),
      ...(renamed.has(table) ? [reasonsAgainst.renamed] : []),
      ...(isQuoted(table, context) ? [reasonsAgainst.quoted] : []),
      ...(choosesKey(table, context) ? [reasonsAgainst.chosenKey] : []),
      ...changes.flatMap((change) => changeReasons(change, changes, context)),
    ]
  }
}

/** The tables of which a part keeps what it is under another name, or as a key. */
function tablesWithNames(context: Context): ReadonlySet<ObjectId | null> {
  // One that keeps its name has a reason of its kind.
  const adopted = findAdopted(context).filter(({ old, to }) => ownNameOf(old) !== ownNameOf(to))
  return new Set([...findSameButName(context), ...adopted].map(({ to: { parent } }) => parent))
}

/** What Atlas plans itself, or need not know of. */
function isHarmless(kind: Kind): boolean {
  const { atlas, isHarmlessToAtlas } = factsOf(kind)
  return atlas !== undefined || isHarmlessToAtlas === true
}

function sortOf(table: CatalogObject | undefined): string[] {
  if (table === undefined) return []
  const { partitionKey, ofType } = table.attributes
  return [
    ...((partitionKey ?? null) === null ? [] : [reasonsAgainst.partitioned]),
    ...((ofType ?? null) === null ? [] : [reasonsAgainst.typed]),
    ...(parentTablesOf(table).length === 0 ? [] : [reasonsAgainst.inherits]),
  ]
}

/** What Atlas's engine does not plan when a whole table is created or dropped. */
function wholeReasons(
  table: ObjectId,
  changes: readonly Change[],
  { to, goneSchemas }: Surroundings,
): string[] {
  const whole = changes.find((change) => objectOf(change).id === table)
  if (whole?.kind === 'removed')
    return goneSchemas.has(whole.object.schema) ? [reasonsAgainst.goneSchema] : []
  const parts = childrenOf(to, table)
  if (whole?.kind !== 'added') return []
  return [
    ...(parts.some(({ kind }) => kind === 'column') ? [] : [reasonsAgainst.noColumns]),
    ...(findMergedKeys(parts, to).size > 0 ? [reasonsAgainst.sameKeys] : []),
  ]
}

/** Whether a foreign key of a table says otherwise than in its definition which key it uses. */
function choosesKey(table: ObjectId, { to }: Context): boolean {
  return childrenOf(to, table)
    .filter(({ attributes }) => attributes['type'] === 'foreign')
    .some((key) => definitionOfForeignKey(key, to) !== textIn(key, 'definition'))
}

interface Surroundings {
  readonly to: Catalog
  readonly goneSchemas: ReadonlySet<string | null>
}

/** Atlas does not escape quotes in names, so a name could inject a statement. */
function isQuoted(table: ObjectId, { from, to }: Context): boolean {
  return [from, to].some((catalog) =>
    [
      nameOf(table),
      ...childrenOf(catalog, table).flatMap((child) =>
        child.kind === 'constraint' ? [child.id, textIn(child, 'definition')] : [child.id],
      ),
    ].some((text) => text.includes('""')),
  )
}

function objectOf(change: Change): CatalogObject {
  return change.kind === 'altered' ? change.to : change.object
}
