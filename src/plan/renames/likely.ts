import type { Catalog, CatalogObject, Value } from '../../model/catalog.ts'
import { childrenOf } from '../../model/catalog.ts'
import { factsOf } from '../../model/kind.ts'
import type { Look } from '../../model/kind-facts.ts'
import { textIn } from '../../model/attribute.ts'
import { ownNameOf } from '../rules/facets/name.ts'
import { nameObject, partsIn } from '../names/names.ts'
import type { Named } from '../names/names.ts'

/** Something that comes, and what goes that is the same but for the name: it looks like a rename. */
export interface LikelyRename {
  readonly to: Named
  /** All that it may have been, at least one. */
  readonly from: readonly Named[]
}

/** Finds what looks like renames between two states, in the order of the later one. */
export function findLikelyRenames(from: Catalog, to: Catalog): LikelyRename[] {
  const gone = [...from.objects.values()].filter(({ id }) => !to.objects.has(id))
  const come = [...to.objects.values()].filter(({ id }) => !from.objects.has(id))
  if (gone.length === 0 || come.length === 0) return likelyParts(from, to)
  const byLook = Map.groupBy(
    gone.flatMap((object) => lookOf(object, from)),
    ({ look }) => look,
  )
  const objects = come.flatMap((object) =>
    lookOf(object, to).flatMap(({ look, named }) => {
      const candidates = (byLook.get(look) ?? []).map((each) => each.named)
      return candidates.length === 0 ? [] : [{ to: named, from: candidates }]
    }),
  )
  return [...objects, ...likelyParts(from, to)]
}

interface Seen {
  /** Equal for two things that are the same but for their names. */
  readonly look: string
  readonly named: Named
}

function lookOf(object: CatalogObject, catalog: Catalog): Seen[] {
  const compared = factsOf(object.kind).rename?.look
  const look = compared === undefined ? '' : comparedOf(object, compared, catalog)
  if (look === '') return []
  const named = nameObject(object, catalog)
  const place = object.parent ?? object.schema
  const key = JSON.stringify([object.kind, place, named.arguments ?? null, sorted(look)])
  return [{ look: key, named }]
}

function comparedOf(object: CatalogObject, look: Look, catalog: Catalog): Value {
  if (look === 'nothing') return null
  if (look === 'columns') return columnsOf(object, catalog)
  if ('of' in look) return pick(object.attributes, look.of)
  if ('without' in look) return without(object.attributes, look.without)
  return withoutName(object, look.withoutNameIn)
}

/** Names and types, and which rows of a partitioned table. A table without columns is like no other one. */
function columnsOf(table: CatalogObject, catalog: Catalog): Value {
  const columns = childrenOf(catalog, table.id).filter(({ kind }) => kind === 'column')
  if (columns.length === 0) return ''
  const lines = columns.map((column) =>
    JSON.stringify([ownNameOf(column), column.attributes['type'], column.attributes['notNull']]),
  )
  const { partitionOf = null, bound = null } = table.attributes
  return [partitionOf, bound, ...lines.toSorted()]
}

/** `CREATE INDEX name ON …`: from ON. A trigger: its name is the word before the time. */
function withoutName(object: CatalogObject, attribute: string): Value {
  const definition = textIn(object, attribute)
  const own = ownNameOf(object)
  const at = definition.indexOf(` ${own} `)
  const bare =
    at === -1 ? definition : definition.slice(0, at) + definition.slice(at + own.length + 1)
  return { ...without(object.attributes, ['comment', attribute]), [attribute]: bare }
}

function pick(
  attributes: CatalogObject['attributes'],
  names: readonly string[],
): Record<string, Value> {
  return Object.fromEntries(names.map((name) => [name, attributes[name] ?? null]))
}

function without(
  attributes: CatalogObject['attributes'],
  names: readonly string[],
): Record<string, Value> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.includes(name)))
}

function sorted(value: Value): Value {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Labels and fields: one was replaced by another at the same place, and the others kept their places. */
function likelyParts(from: Catalog, to: Catalog): LikelyRename[] {
  const types = [...to.objects.values()].filter(
    ({ kind, id }) => factsOf(kind).parts !== undefined && from.objects.has(id),
  )
  return types.flatMap((type) => {
    const before = from.objects.get(type.id)
    return before === undefined ? [] : swapped(partsIn(before), partsIn(type))
  })
}

function swapped(before: readonly Named[], after: readonly Named[]): LikelyRename[] {
  if (before.length !== after.length) return []
  const pairs = after.flatMap((to, at) => {
    const from = before[at]
    return from === undefined || nameIn(from) === nameIn(to) ? [] : [{ from, to }]
  })
  const [gone, come] = [before.map(nameIn), after.map(nameIn)]
  const isPure = pairs.every(
    ({ from, to }) =>
      !come.includes(nameIn(from)) &&
      !gone.includes(nameIn(to)) &&
      JSON.stringify(sorted(from.traits())) === JSON.stringify(sorted(to.traits())),
  )
  return isPure ? pairs.map(({ from, to }) => ({ to, from: [from] })) : []
}

function nameIn({ names }: Named): string {
  return names.at(-1) ?? ''
}
