import type { Catalog, CatalogObject, Dependency } from '../../model/catalog.ts'
import { textIn, textOf, textsOf } from '../../model/attribute.ts'
import { bareNameOf, parseObjectId } from '../../model/object-id.ts'
import { schemaNameOf } from '../../model/qualified-name.ts'
import { hasWord, namesInBody, plainName } from '../../sql/parsed/body-names.ts'
import { operatorsByName, operatorsIn } from '../rules/operator-mentions.ts'

/** That a routine's body names an object. */
export interface Mention extends Dependency {
  /** Whether PostgreSQL looks for it when the routine is created, and not before it is called. */
  readonly isFirm: boolean
}

/**
 * Finds the objects that the bodies of routines name, with their schema or without. A name without a schema is that of
 * each object in the routine's path; whose path nobody knows, each object of that name.
 */
export function findMentions(routines: readonly CatalogObject[], { objects }: Catalog): Mention[] {
  const named = [...objects.values()].filter(
    ({ schema, parent }) => schema !== null && parent === null,
  )
  const byName = Map.groupBy(named, ({ id }) => plainName(bareNameOf(id)))
  const byOwnName = Map.groupBy(named, ({ id }) =>
    plainName(parseObjectId(id).spelled.at(-1) ?? ''),
  )
  const operators = operatorsByName(named)
  return routines.flatMap((routine) => {
    const body = textIn(routine, 'body')
    const isInPath = pathOf(routine)
    const find = (text: string): CatalogObject[] => {
      // A literal may be a name too: `'public.notes'::regclass`.
      const names = namesInBody(text, { literals: true })
      const isNamed = ({ id }: CatalogObject): boolean =>
        hasWord(names, parseObjectId(id).spelled.at(-1) ?? '')
      return [
        ...(operators.size === 0 ? [] : operatorsIn(text, operators, { routine, isInPath })),
        ...[...names.pairs].flatMap((name) => byName.get(name) ?? []),
        ...[...names.heads]
          .flatMap((name) => byOwnName.get(name) ?? [])
          .filter((object) => isInPath(object) && isNamed(object)),
      ]
    }
    const firm = new Set(find(firmPart(textOf(routine, 'language'), body)))
    return [...new Set(find(body))]
      .filter(({ id }) => id !== routine.id)
      .map((needed) => ({ dependent: routine.id, needed: needed.id, isFirm: firm.has(needed) }))
  })
}

/** PL/pgSQL looks for the types of variables alone; what SQL has parsed already is recorded as dependencies. */
function firmPart(language: string | null, body: string): string {
  if (language === 'sql') return /^\s*(?:BEGIN ATOMIC|RETURN)\b/.test(body) ? '' : body
  if (language !== 'plpgsql') return ''
  return (body.match(/\bdeclare\b.*?\bbegin\b/gis) ?? []).join(' ')
}

/** Whether a routine finds an object by its name alone. */
function pathOf(routine: CatalogObject): (object: CatalogObject) => boolean {
  const setting = searchPathOf(routine)
  if (setting === undefined) return () => true
  const schemas = new Set(setting.split(',').map((name) => plainName(name.trim())))
  return ({ id }) => schemas.has(plainName(schemaNameOf(bareNameOf(id))))
}

/** The path that a routine sets for itself. */
export function searchPathOf(routine: CatalogObject): string | undefined {
  const prefix = 'search_path='
  return textsOf(routine, 'config')
    .find((setting) => setting.startsWith(prefix))
    ?.slice(prefix.length)
}
