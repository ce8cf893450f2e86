import { parentTablesOf, tablesOf } from '../../../model/parent-tables.ts'
import type { CatalogObject } from '../../../model/catalog.ts'
import { textOf } from '../../../model/attribute.ts'
import { idAt, nameOf } from '../../../model/object-id.ts'
import type { ObjectStep } from '../object-step.ts'
import { isCreatedApart } from '../../rules/attached/coming.ts'
import { detachedMeanwhile } from '../../rules/attached/move-partition.ts'
import { heirsOf } from '../known-relations.ts'
import { referencedByNew } from './key-work.ts'
import type { Work } from './work-row.ts'

/** The partitioned table that a table comes to or goes from as a partition (manual, CREATE TABLE, PARTITION OF). */
export function partitionedTable(step: ObjectStep): Work[] {
  if (step.verb === 'drop') return formerParent(step)
  // One that is created as a table is attached by another statement.
  if (step.after === undefined || isCreatedApart(step.after, step)) return []
  return [...partitionedBy(step.after).map(locked), ...newSibling(step), ...referencedByNew(step)]
}

/** A partition that leaves its table locks that and its default partition (manual, ALTER TABLE, DETACH PARTITION). */
export function formerParent(step: ObjectStep): Work[] {
  return [...partitionedBy(step.before), ...defaultPartitions(step.before, step)].map(locked)
}

/** The default partition may hold rows that belong to a partition that is attached (manual, ALTER TABLE). */
export function newSibling(step: ObjectStep): Work[] {
  return defaultPartitions(step.after, step).map((relation) => ({
    ...locked(relation),
    scan: true,
  }))
}

function locked(relation: string): Work {
  return { relation, lock: 'access exclusive' }
}

function partitionedBy(table: CatalogObject | undefined): string[] {
  if (table === undefined || textOf(table, 'partitionOf') === null) return []
  return parentTablesOf(table).map(nameOf)
}

/** The other partitions of the same tables that take what no bound covers. */
function defaultPartitions(table: CatalogObject | undefined, { from }: ObjectStep): string[] {
  const parents = table === undefined ? [] : parentTablesOf(table)
  return tablesOf(from)
    .filter((each) => each.id !== table?.id && textOf(each, 'bound') === 'DEFAULT')
    .filter((each) => parentTablesOf(each).some((parent) => parents.includes(parent)))
    .map(({ id }) => nameOf(id))
}

/** The partitions that are locked with one that is attached: those that do not leave it meanwhile. */
export function attachedAlong(step: ObjectStep, relation: CatalogObject): CatalogObject[] {
  const parent = step.after === undefined ? null : idAt(step.after, 'partitionOf')
  const gone = parent === null ? [] : detachedMeanwhile(parent, relation, step)
  return heirsOf(relation, step).filter(
    ({ id }) => !gone.some(({ partition }) => partition.id === id),
  )
}
