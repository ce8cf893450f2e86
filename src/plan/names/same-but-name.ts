import type { Catalog, CatalogObject, ObjectId } from '../../model/catalog.ts'
import { objectsOfKind } from '../../model/catalog.ts'
import { attachedTo } from '../../model/object-id.ts'
import { withoutOptions } from '../rules/attached/partitions.ts'
import { ownNameOf } from '../rules/facets/name.ts'
import type { Context } from '../rule.ts'
import { findFollowers } from './followers.ts'

/** A key, a check or an index as it is and as it is to be: only the name differs. */
export interface SameButName {
  readonly old: CatalogObject
  readonly to: CatalogObject
}

/** The kinds of parts that get another name without a directive: they hold no values. */
const kinds = ['constraint', 'index', 'domainConstraint'] as const

/** Finds keys, checks and indexes of which only the names differ, in order; those in `except` are left out. */
export function findSameButName(
  { from, to }: Pick<Context, 'from' | 'to'>,
  except: ReadonlySet<ObjectId> = new Set(),
): SameButName[] {
  const come = changed(to, from).filter(({ id }) => !except.has(id))
  if (come.length === 0) return []
  const gone = changed(from, to).filter((part) => findFollowers(part, from) !== undefined)
  const byLook = Map.groupBy(gone, lookOf)
  return [...Map.groupBy(come, lookOf)].flatMap(([look, list]) =>
    pairUp(byLook.get(look) ?? [], list),
  )
}

/** The parts of what is there in both states that are not the same in the other one. */
function changed(one: Catalog, other: Catalog): CatalogObject[] {
  return kinds
    .flatMap((kind) => objectsOfKind(one, kind))
    .filter(({ parent }) => other.objects.has(parent ?? ''))
    .filter((part) => {
      const same = other.objects.get(part.id)
      // Attributes of which the text is the same are one object.
      return (
        same?.attributes !== part.attributes &&
        (same === undefined || lookOf(same) !== lookOf(part))
      )
    })
}

/** Equal for two that are the same but for their names, and for what ALTER says of them. */
function lookOf(part: CatalogObject): string {
  const { type = null, deferrable = null, validated = null, valid = null } = part.attributes
  const { tablespace = null, incomplete = null } = part.attributes
  const rest = [type, deferrable, validated, valid, tablespace, incomplete, attachedTo(part)]
  return JSON.stringify([part.kind, part.parent, nameless(part), ...rest])
}

/** `CREATE INDEX name ON …` without the name and without storage parameters. */
function nameless(part: CatalogObject): string {
  const definition = withoutOptions(part)
  return part.kind === 'index' ? definition.replace(` ${ownNameOf(part)} ON `, ' ON ') : definition
}

/** Of several that are alike, first those of which all else is the same, then the others, by their names. */
function pairUp(old: readonly CatalogObject[], come: readonly CatalogObject[]): SameButName[] {
  const left = new Set(old)
  const open = new Set(come)
  const take = (fits: (a: CatalogObject, b: CatalogObject) => boolean): SameButName[] =>
    [...open].flatMap((to) => {
      const found = [...left].find((each) => fits(each, to))
      if (found === undefined) return []
      left.delete(found)
      open.delete(to)
      return [{ old: found, to }]
    })
  return [...take((a, b) => besides(a) === besides(b)), ...take(() => true)]
}

function besides({ attributes }: CatalogObject): string {
  const { comment = null, indexComment = null, clustered = null } = attributes
  const { options = null, indexOptions = null, statistics = null } = attributes
  return JSON.stringify([comment, indexComment, clustered, options, indexOptions, statistics])
}
