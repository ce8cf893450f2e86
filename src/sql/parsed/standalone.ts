import type { AlterTableCmd, Node, RangeVar } from 'libpg-query'
import type { Statement } from '../scan/split.ts'

/** A relation as a statement names it; without a schema it is found by the search path. */
export interface WrittenName {
  readonly schema: string | undefined
  readonly name: string
}

/**
 * A statement that PostgreSQL runs outside of a transaction only, and of which the catalog tells whether it was done, or
 * which may be done again.
 */
export type Standalone =
  | { readonly kind: 'create index'; readonly index: string; readonly table: WrittenName }
  | { readonly kind: 'drop index'; readonly index: WrittenName }
  | { readonly kind: 'detach'; readonly parent: WrittenName; readonly partition: WrittenName }
  /** The relation is undefined for a schema or the whole database. */
  | {
      readonly kind: 'reindex'
      readonly relation: WrittenName | undefined
      readonly concurrently: boolean
    }
  | { readonly kind: 'vacuum' }

/** What a statement is that runs outside of a transaction only; undefined for one that may run in one. */
export function standaloneOf({ tree }: Pick<Statement, 'tree'>): Standalone | undefined {
  for (const find of finders) {
    const found = find(tree)
    if (found !== undefined) return found
  }
  return undefined
}

/** Whether it keeps nobody out while it works. */
export function worksConcurrently(standalone: Standalone): boolean {
  return standalone.kind === 'reindex' ? standalone.concurrently : standalone.kind !== 'vacuum'
}

const finders: readonly ((tree: Node) => Standalone | undefined)[] = [
  findCreate,
  findDrop,
  findDetach,
  findReindex,
  findVacuum,
]

function findCreate(tree: Node): Standalone | undefined {
  if (!('IndexStmt' in tree) || tree.IndexStmt.concurrent !== true) return undefined
  const { idxname = '', relation } = tree.IndexStmt
  return { kind: 'create index', index: idxname, table: nameOf(relation) }
}

function findDrop(tree: Node): Standalone | undefined {
  if (!('DropStmt' in tree) || tree.DropStmt.concurrent !== true) return undefined
  return { kind: 'drop index', index: droppedName(tree.DropStmt.objects?.[0]) }
}

function findDetach(tree: Node): Standalone | undefined {
  if (!('AlterTableStmt' in tree)) return undefined
  const { relation, cmds = [] } = tree.AlterTableStmt
  const [partition] = cmds.flatMap((node) => {
    const found = 'AlterTableCmd' in node ? detachedBy(node.AlterTableCmd) : undefined
    return found === undefined ? [] : [found]
  })
  return partition && { kind: 'detach', parent: nameOf(relation), partition }
}

function findReindex(tree: Node): Standalone | undefined {
  if (!('ReindexStmt' in tree)) return undefined
  const { relation, params = [] } = tree.ReindexStmt
  const concurrently = params.some(isConcurrently)
  return { kind: 'reindex', relation: relation && nameOf(relation), concurrently }
}

/** ANALYZE is one with VACUUM to the parser. */
function findVacuum(tree: Node): Standalone | undefined {
  const isVacuum = 'VacuumStmt' in tree && tree.VacuumStmt.is_vacuumcmd === true
  return isVacuum ? { kind: 'vacuum' } : undefined
}

function detachedBy({ def }: AlterTableCmd): WrittenName | undefined {
  if (def === undefined || !('PartitionCmd' in def)) return undefined
  return def.PartitionCmd.concurrent === true ? nameOf(def.PartitionCmd.name) : undefined
}

function isConcurrently(node: Node): boolean {
  return 'DefElem' in node && node.DefElem.defname === 'concurrently'
}

function nameOf(relation: RangeVar | undefined): WrittenName {
  return { schema: relation?.schemaname, name: relation?.relname ?? '' }
}

function droppedName(object: Node | undefined): WrittenName {
  const items = object !== undefined && 'List' in object ? (object.List.items ?? []) : []
  const words = items.flatMap((item) => ('String' in item ? [item.String.sval ?? ''] : []))
  return { schema: words.at(-2), name: words.at(-1) ?? '' }
}
