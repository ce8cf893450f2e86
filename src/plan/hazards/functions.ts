import type { Catalog, CatalogObject, ObjectId } from '../../model/catalog.ts'
import { objectsOfKind } from '../../model/catalog.ts'
import { isSameValue } from '../../model/diff.ts'
import { namesInBody } from '../../sql/body-names.ts'
import type { BodyNames } from '../../sql/body-names.ts'
import { textIn, textOf, textsOf } from '../attribute.ts'
import { bareNameOf, nameOf, ownNameOf, parentNameOf, schemaNameOf } from '../name.ts'
import { clientRisks } from './clients.ts'
import type { Risk } from './hazard.ts'
import type { FindRisks } from './object-step.ts'

/**
 * The functions whose text names what is renamed, retyped, dropped, or recreated as something else. PostgreSQL keeps no
 * account of names in bodies that are texts (manual, 5.14 Dependency Tracking): they fail when they are called.
 */
export const functionRisks: FindRisks = (step) => {
  const object = step.before
  if (object === undefined || clientRisks(step).length === 0) return []
  return bodiesNaming(object, step)
}

/** The two states, of which the earlier one has the object. */
interface States {
  readonly from: Catalog
  readonly to: Catalog
}

/** One risk for each function that the plan leaves as it is and whose body names an object. */
export function bodiesNaming(object: CatalogObject, { from, to }: States): Risk[] {
  const isNamed = testFor(object, from)
  if (isNamed === undefined) return []
  return bodiesOf(from).flatMap((body) => {
    const { routine } = body
    const stays = isSameValue(
      routine.attributes['body'],
      to.objects.get(routine.id)?.attributes['body'],
    )
    return stays && routine.id !== object.id && isNamed(body)
      ? [{ hazard: 'breaks_functions' as const, what: `${body.name} names ${wordsFor(object)}` }]
      : []
  })
}

function wordsFor(object: CatalogObject): string {
  return object.kind === 'column'
    ? `column ${ownNameOf(object)} of ${parentNameOf(object)}`
    : nameOf(object.id)
}

/** A routine whose body is a text, what stands in it, and where names without a schema are looked up. */
interface Body {
  readonly routine: CatalogObject
  /** `public.f`, with its arguments where others have this name too. */
  readonly name: string
  readonly names: BodyNames
  readonly path: readonly string[]
  /** The tables whose rows a trigger hands to it. */
  readonly tables: ReadonlySet<ObjectId>
}

type Test = (body: Body) => boolean

function testFor(object: CatalogObject, catalog: Catalog): Test | undefined {
  if (object.kind !== 'column')
    return schemaNameOf(nameOf(object.id)) === '' ? undefined : naming(object.id)
  const table = catalog.objects.get(object.parent ?? '')
  if (table === undefined) return undefined
  const [column, namesTable] = [ownNameOf(object), naming(table.id)]
  return (body) => body.names.words.has(column) && (namesTable(body) || body.tables.has(table.id))
}

function naming(id: ObjectId): Test {
  const qualified = bareNameOf(id)
  const schema = schemaNameOf(qualified)
  const own = qualified.slice(schema.length + 1)
  return ({ names, path }) =>
    names.pairs.has(qualified) || (names.words.has(own) && path.includes(schema))
}

const known = new WeakMap<Catalog, readonly Body[]>()

/** Read once a catalog, which never changes. */
function bodiesOf(catalog: Catalog): readonly Body[] {
  const bodies = known.get(catalog) ?? readBodies(catalog)
  known.set(catalog, bodies)
  return bodies
}

function readBodies(catalog: Catalog): Body[] {
  const routines = ['function', 'procedure']
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
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== '""')
}
