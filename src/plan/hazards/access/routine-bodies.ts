import type { Catalog, CatalogObject, ObjectId } from '../../../model/catalog.ts'
import { objectsOfKind } from '../../../model/catalog.ts'
import { hasWord, namesInBody, plainName } from '../../../sql/parsed/body-names.ts'
import type { BodyNames } from '../../../sql/parsed/body-names.ts'
import { textIn, textOf, textsOf } from '../../../model/attribute.ts'
import { factsOf, kinds } from '../../../model/kind.ts'
import { bareNameOf, nameOf } from '../../../model/object-id.ts'
import { schemaNameOf } from '../../../model/qualified-name.ts'

/** A routine whose body is a text, with the names in it, and the schemas for names without one. */
export interface Body {
  readonly routine: CatalogObject
  /** `public.f`, with its arguments where others have this name too. */
  readonly name: string
  readonly names: BodyNames
  readonly path: readonly string[]
  /** The tables whose rows a trigger hands to it. */
  readonly tables: ReadonlySet<ObjectId>
}

const known = new WeakMap<Catalog, readonly Body[]>()

/** The routines of a catalog whose bodies are texts. Read once a catalog, which never changes. */
export function bodiesOf(catalog: Catalog): readonly Body[] {
  const bodies = known.get(catalog) ?? parseBodies(catalog)
  known.set(catalog, bodies)
  return bodies
}

/**
 * Whether a body has a name with its schema, or without one where it is looked up there; of what is named in literals,
 * where any word may stand, with its schema alone.
 */
export function naming(qualified: string, { literals = false } = {}): (body: Body) => boolean {
  const schema = schemaNameOf(qualified)
  const [whole, place] = [plainName(qualified), plainName(schema)]
  const own = qualified.slice(schema.length + 1)
  if (literals)
    return ({ routine }) =>
      namesInBody(textOf(routine, 'body') ?? '', { literals }).pairs.has(whole)
  return ({ names, path }) =>
    names.pairs.has(whole) || (hasWord(names, own) && path.includes(place))
}

function parseBodies(catalog: Catalog): Body[] {
  const routines = kinds
    .filter((kind) => factsOf(kind).hasBody === true)
    .flatMap((kind) => objectsOfKind(catalog, kind))
    // PostgreSQL follows the names in a body that it has parsed.
    .filter((routine) => /\nAS \$/.test(textIn(routine, 'definition')))
  const overloads = Map.groupBy(routines, ({ id }) => bareNameOf(id))
  const triggers = Map.groupBy(objectsOfKind(catalog, 'trigger'), (trigger) =>
    textIn(trigger, 'function'),
  )
  return routines.map((routine) => ({
    routine,
    name:
      overloads.get(bareNameOf(routine.id))?.length === 1
        ? bareNameOf(routine.id)
        : nameOf(routine.id),
    names: namesInBody(textOf(routine, 'body') ?? ''),
    path: pathOf(routine),
    tables: new Set((triggers.get(routine.id) ?? []).flatMap(({ parent }) => parent ?? [])),
  }))
}

/** The schemas of names without one: those that the function sets, else `public`, as for most callers. */
function pathOf(routine: CatalogObject): string[] {
  const setting = textsOf(routine, 'config').find((option) => option.startsWith('search_path='))
  if (setting === undefined) return ['public']
  return setting
    .slice('search_path='.length)
    .split(',')
    .map(plainName)
    .filter((name) => name !== '' && name !== '""')
}
