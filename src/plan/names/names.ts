import type { Catalog, CatalogObject, ObjectId, Value } from '../../model/catalog.ts'
import { childrenOf } from '../../model/catalog.ts'
import { factsOf } from '../../model/kind.ts'
import type { Kind } from '../../model/kind.ts'
import type { PartKind } from '../../model/kind-facts.ts'
import { parseObjectId } from '../../model/object-id.ts'
import { unquoteName } from '../../model/qualified-name.ts'
import { splitAtCommas } from '../../sql/scan/lowercase.ts'
import { quoteLiteral } from '../../sql/quote.ts'
import { ownNameOf } from '../rules/facets/name.ts'
import { recordsOf, spell, textsOf } from '../../model/attribute.ts'

/** Something that has a name: an object of a catalog, or a label or field of a type. */
export interface Named {
  readonly kind: Kind | PartKind
  /** Schema, table or type, own name; as they are, not quoted. */
  readonly names: readonly string[]
  /** The same as SQL spells them; a label is a literal. */
  readonly spelled: readonly string[]
  /** The types of a routine's arguments, as SQL spells them. */
  readonly arguments: readonly string[] | undefined
  /** The object; that of the type for its parts. */
  readonly id: ObjectId
  /** What tells it from others but its name; gathered when asked. */
  readonly traits: () => Readonly<Record<string, Value>>
}

/** Everything of a catalog that has a name, by kind and names; routines of one name share an entry. */
export type NameIndex = ReadonlyMap<string, readonly Named[]>

/** Looks things up by kind and names, not quoted. */
export function indexNames(catalog: Catalog): NameIndex {
  const all = [...catalog.objects.values()].flatMap((object) => [
    nameObject(object, catalog),
    ...partsIn(object),
  ])
  return Map.groupBy(all, ({ kind, names }) => keyOf(kind, names))
}

/** The key of an index. */
export function keyOf(kind: string, names: readonly string[]): string {
  return JSON.stringify([kind, ...names])
}

/** Reads the names that an id carries. */
export function nameObject(object: CatalogObject, catalog: Catalog): Named {
  const { kind, id } = object
  const { spelled, arguments: list } = parseObjectId(id)
  return {
    kind,
    names: spelled.map(unquoteName),
    spelled,
    arguments: list === undefined ? undefined : splitAtCommas(list).filter((each) => each !== ''),
    id,
    traits: () => ({ ...object.attributes, ...traitsOfChildren(object, catalog) }),
  }
}

function traitsOfChildren({ id }: CatalogObject, catalog: Catalog): Record<string, Value> {
  return Object.fromEntries(
    childrenOf(catalog, id).flatMap((child) =>
      Object.entries(child.attributes).map(([name, value]) => [
        `${child.kind} ${ownNameOf(child)} ${name}`,
        value,
      ]),
    ),
  )
}

/** Labels of an enum and fields of a composite, in their order: names that are no objects. */
export function partsIn(object: CatalogObject): Named[] {
  const { parts } = factsOf(object.kind)
  return parts === undefined ? [] : partsBy[parts](object)
}

const partsBy: Readonly<Record<PartKind, (object: CatalogObject) => Named[]>> = {
  label: (object) =>
    textsOf(object, 'labels').map((label, rank) =>
      partOf(object, 'label', {
        raw: label,
        spelled: quoteLiteral(label),
        traits: () => ({ rank }),
      }),
    ),
  field: (object) =>
    recordsOf(object, 'fields').map(({ name, ...traits }) => {
      const spelled = spell(name)
      return partOf(object, 'field', { raw: unquoteName(spelled), spelled, traits: () => traits })
    }),
}

function partOf(
  { id }: CatalogObject,
  kind: PartKind,
  own: { readonly raw: string; readonly spelled: string; readonly traits: Named['traits'] },
): Named {
  const owner = parseObjectId(id).spelled
  return {
    kind,
    names: [...owner.map(unquoteName), own.raw],
    spelled: [...owner, own.spelled],
    arguments: undefined,
    id,
    traits: own.traits,
  }
}
