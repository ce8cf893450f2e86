import type { Catalog, CatalogObject, ObjectId } from '../../model/catalog.ts'
import { objectsOfKind } from '../../model/catalog.ts'
import { isSameValue } from '../../model/diff.ts'
import { namesInBody } from '../../sql/body-names.ts'
import type { BodyNames } from '../../sql/body-names.ts'
import { textIn, textOf, textsOf } from '../attribute.ts'
import { bareNameOf, nameOf, ownNameOf, schemaNameOf } from '../name.ts'
import { clientRisks, formerNameOf } from './clients.ts'
import { risk } from './object-step.ts'
import type { FindRisks, ObjectStep } from './object-step.ts'

/**
 * The functions whose text names what is renamed, retyped, dropped, or recreated as something else. PostgreSQL keeps no
 * account of names in bodies that are texts (manual, 5.14 Dependency Tracking): they fail when they are called.
 */
export const functionRisks: FindRisks = (step) => {
  if (clientRisks(step).length === 0) return []
  const subject = subjectOf(step)
  if (subject === undefined) return []
  const { from, to, id } = step
  return bodiesOf(from).flatMap(({ routine, ...body }) => {
    const after = to.objects.get(routine.id)
    const stays = isSameValue(routine.attributes['body'], after?.attributes['body'])
    return stays && routine.id !== id && subject.isNamed({ routine, ...body })
      ? risk('breaks_functions', `${body.name} names ${subject.words}`)
      : []
  })
}

/** What bodies may name, and the words for it. */
interface Subject {
  readonly words: string
  readonly isNamed: (body: Body) => boolean
}

function subjectOf({ kind, id, before, renamed, from }: ObjectStep): Subject | undefined {
  if (before === undefined || renamed?.kind === 'label' || renamed?.kind === 'field')
    return undefined
  if (kind === 'column') {
    const name = renamed?.from ?? ownNameOf(before)
    return columnSubject(name, from.objects.get(before.parent ?? ''))
  }
  const name = renamed === undefined ? bareNameOf(id) : formerNameOf(id, renamed.from)
  return schemaNameOf(name) === '' ? undefined : { words: name, isNamed: naming(name) }
}

/** A column is named by its name in a body that names its table, or is a trigger of it. */
function columnSubject(name: string, table: CatalogObject | undefined): Subject | undefined {
  if (table === undefined) return undefined
  const namesTable = naming(nameOf(table.id))
  return {
    words: `column ${name} of ${nameOf(table.id)}`,
    isNamed: (body) =>
      body.names.words.has(name) && (namesTable(body) || body.tables.has(table.id)),
  }
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

/** Whether a body has a name with its schema, or without one where it is looked up there. */
function naming(qualified: string): (body: Body) => boolean {
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
