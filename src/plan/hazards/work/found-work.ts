import type { Catalog, CatalogObject } from '../../../model/catalog.ts'
import { factsOf, kinds } from '../../../model/kind.ts'
import type { Kind } from '../../../model/kind.ts'
import { idOf, nameOf } from '../../../model/object-id.ts'
import type { Hazard, Risk } from '../hazard.ts'
import { risk } from '../object-step.ts'
import type { FindRisks, ObjectStep } from '../object-step.ts'
import { namesAside } from '../../rules/handed-over.ts'
import { heirsOf, relationOf } from '../known-relations.ts'
import type { Lock, Work, WorkRow } from './work-row.ts'
import { workTable } from './work-table.ts'

/** The work of a statement by PostgreSQL's manual. Relations that the plan creates or drops are left out. */
export const workRisks: FindRisks = (step) => risksOfWork(documentedWork(step), step)

/**
 * Work as risks, but for relations that the plan creates or drops, also under another name. Those of the platform are in
 * neither state.
 */
export function risksOfWork(
  work: readonly Work[],
  { from, to }: Pick<ObjectStep, 'from' | 'to'>,
): Risk[] {
  const stays = (relation: string): boolean => {
    const [before, after] = [kindsOf(from, relation), kindsOf(to, relation)]
    if (before.length + after.length === 0) return !namesAside({ from, to }).includes(relation)
    return before.some((kind) => after.includes(kind))
  }
  return work.filter(({ relation }) => stays(relation)).flatMap(risksOf)
}

/** The object of a name in a state: a sequence may become one of an identity. */
function kindsOf({ objects }: Catalog, relation: string): Kind[] {
  return kinds.filter(
    (kind) => factsOf(kind).isRelation === true && objects.has(idOf(kind, relation)),
  )
}

/** The hazards about work. */
export const workHazards: ReadonlySet<Hazard> = new Set([
  'rewrite',
  'scan',
  'blocks_reads',
  'blocks_writes',
])

function risksOf({ relation, lock, rewrite = false, scan = false }: Work): Risk[] {
  return [
    ...(rewrite ? risk('rewrite', relation) : []),
    ...(scan ? risk('scan', relation) : []),
    ...(lock === undefined ? [] : risk(hazardOfLock[lock], relation)),
  ]
}

const hazardOfLock: Readonly<Record<Lock, Hazard>> = {
  share: 'blocks_writes',
  'share row exclusive': 'blocks_writes',
  exclusive: 'blocks_writes',
  'access exclusive': 'blocks_reads',
}

/** What the manual says of a statement. */
export function documentedWork(step: ObjectStep): Work[] {
  const row = rowOf(step)
  if (row === undefined) return []
  const relation = relationOf(step)
  return [
    ...(relation === undefined ? [] : ownWork(row, step, relation)),
    ...(row.others?.(step) ?? []),
  ]
}

function rowOf({ kind, verb, attribute }: ObjectStep): WorkRow | undefined {
  return workTable[`${kind} ${verb} ${attribute ?? ''}`.trim()] ?? workTable[`${kind} ${verb}`]
}

function ownWork(row: WorkRow, step: ObjectStep, relation: CatalogObject): Work[] {
  const { lock, rewrite, scan, heirs = (own, each) => heirsOf(each, own) } = row
  const all = row.only === true ? [relation] : [relation, ...heirs(step, relation)]
  return all.map((each) => ({
    relation: nameOf(each.id),
    lock: typeof lock === 'function' ? lock(step, each) : lock,
    rewrite: hasRows(each) && (typeof rewrite === 'function' ? rewrite(step) : rewrite === true),
    scan: hasRows(each) && (typeof scan === 'function' ? scan(step, each) : scan === true),
  }))
}

/** The rows of a partitioned table lie in its partitions, those of a foreign one elsewhere. */
function hasRows({ attributes, kind }: CatalogObject): boolean {
  return factsOf(kind).hasRows === true && (attributes['partitionKey'] ?? null) === null
}
