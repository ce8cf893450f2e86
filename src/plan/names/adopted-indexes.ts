import type { Catalog, CatalogObject, ObjectId } from '../../model/catalog.ts'
import { childrenOf, objectsOfKind } from '../../model/catalog.ts'
import { flagOf, textIn, textOf } from '../../model/attribute.ts'
import { dependentsOf, needs } from '../../model/needs.ts'
import { attachedTo } from '../../model/object-id.ts'
import { isOfPartitioned, shapeOf } from '../rules/attached/partitions.ts'
import { alterTable } from '../rules/column-statement.ts'
import { ownNameOf } from '../rules/facets/name.ts'
import type { Context } from '../rule.ts'
import type { Statement } from '../statement.ts'
import { findFreeNames } from './free-names.ts'
import { renameInCatalog } from './renamed-catalog.ts'
import type { SameButName } from './same-but-name.ts'

/** Finds unique indexes that go, each with the key that comes in its place. Those in `except` are left out. */
export function findAdopted(
  { from, to }: Pick<Context, 'from' | 'to'>,
  except: ReadonlySet<ObjectId> = new Set(),
): SameButName[] {
  const taken = new Set<ObjectId>()
  return objectsOfKind(to, 'constraint')
    .filter((key) => !except.has(key.id) && !from.objects.has(key.id) && canAdopt(key, from))
    .flatMap((key) => {
      const old = childrenOf(from, key.parent).find(
        (part) =>
          !taken.has(part.id) &&
          isForKey(part, key) &&
          isReady(part, key, from) &&
          !staysIndex(part, to),
      )
      if (old === undefined) return []
      taken.add(old.id)
      return findFreeNames(from, new Map([[old.id, key.id]]))(old, key) ? [{ old, to: key }] : []
    })
}

function canAdopt(key: CatalogObject, from: Catalog): boolean {
  const { type } = key.attributes
  if (isOfPartitioned(key, from) || attachedTo(key) !== null) return false
  const parts = childrenOf(from, key.parent)
  return type === 'primary'
    ? !parts.some(({ attributes }) => attributes['type'] === 'primary')
    : type === 'unique'
}

function isForKey(part: CatalogObject, key: CatalogObject): boolean {
  return (
    part.kind === 'index' &&
    flagOf(part, 'valid') &&
    attachedTo(part) === null &&
    shapeOf(part) === shapeOf(key) &&
    textOf(part, 'tablespace') === textOf(key, 'tablespace')
  )
}

function staysIndex(index: CatalogObject, to: Catalog): boolean {
  const after = to.objects.get(index.id)
  return after !== undefined && shapeOf(after) === shapeOf(index)
}

/** The state in which indexes are keys, and the statements that make it. */
export function adoptIndexes(context: Context, pairs: readonly SameButName[]): Context {
  if (pairs.length === 0) return context
  const renamed = renameInCatalog(
    context.from,
    new Map(pairs.map(({ old, to }) => [old.id, to.id])),
  )
  const keys = new Map(pairs.map(({ old, to }) => [to.id, asKey(old, to)]))
  const objects = [...renamed.objects].map(([id, object]) => [id, keys.get(id) ?? object] as const)
  return {
    ...context,
    from: { ...renamed, objects: new Map(objects) },
    renames: [...(context.renames ?? []), ...pairs.map(adopting)],
  }
}

/**
 * A primary key only where its columns are NOT NULL already: no row is read then. What is deferrable is nothing that
 * others refer to.
 */
function isReady(index: CatalogObject, key: CatalogObject, from: Catalog): boolean {
  if (key.attributes['type'] === 'primary' && !isFilled(index, from)) return false
  const table = from.objects.get(key.parent ?? '')
  const identifies = table?.attributes['replicaIdentity'] === `using index ${ownNameOf(index)}`
  const isUsed = identifies || dependentsOf(from, index.id).length > 0
  return textIn(key, 'deferrable') === 'no' || !isUsed
}

function isFilled(index: CatalogObject, from: Catalog): boolean {
  return childrenOf(from, index.parent)
    .filter(({ id, kind }) => kind === 'column' && needs(from, index.id, id))
    .every((column) => flagOf(column, 'notNull'))
}

function asKey({ attributes }: CatalogObject, key: CatalogObject): CatalogObject {
  const { comment = null, options = [], clustered = false } = attributes
  const own = { comment: null, indexComment: comment, indexOptions: options, clustered }
  return { ...key, attributes: { ...key.attributes, ...own } }
}

function adopting({ old, to }: SameButName): Statement {
  const word = to.attributes['type'] === 'primary' ? 'primary key' : 'unique'
  const [when = ''] = / DEFERRABLE.*$/.exec(textIn(to, 'definition')) ?? []
  const clause = `add constraint ${ownNameOf(to)} ${word} using index ${ownNameOf(old)}${when.toLowerCase()}`
  const tells = `The index ${ownNameOf(old)} becomes the constraint ${ownNameOf(to)}.`
  return { ...alterTable(to, clause, { attribute: 'usingIndex' }), tells }
}
