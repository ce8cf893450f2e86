import { textIn, textOf, textsOf } from '../../model/attribute.ts'
import type { Catalog, CatalogObject } from '../../model/catalog.ts'
import { objectsOfKind } from '../../model/catalog.ts'
import { idAt, idsAt, nameOf } from '../../model/object-id.ts'
import { code, listOf, say } from '../text/prose.ts'
import type { Prose } from '../text/prose.ts'
import { viewRights } from './access.ts'

/** What else is to be known of a table or a view, in sentences. */
export function factsOf(catalog: Catalog, object: CatalogObject): Prose[] {
  const rights = viewRights(object)
  return [
    ...(rights === null ? [] : [rights]),
    ...rowSecurityOf(object),
    ...partitionsOf(object),
    ...publicationsOf(catalog, object),
  ]
}

/** How row security stands; nothing of a view, which has none. */
function rowSecurityOf(object: CatalogObject): Prose[] {
  const state = textOf(object, 'rowSecurity')
  if (state === null) return []
  if (state === 'on') return [['Row security is on.']]
  if (state === 'forced') return [['Row security is on, for the owner too.']]
  return [['Row security is off: a grant gives every row.']]
}

function partitionsOf(object: CatalogObject): Prose[] {
  const [key, bound] = [textOf(object, 'partitionKey'), textOf(object, 'bound')]
  const parent = idAt(object, 'partitionOf')
  const inherits = idsAt(object, 'inherits').map((id) => code(nameOf(id)))
  return [
    ...(key !== null ? [say`Partitioned by ${code(key)}.`] : []),
    ...(parent !== null ? [say`Partition of ${code(nameOf(parent))}: ${code(bound ?? '')}.`] : []),
    ...(inherits.length > 0 ? [say`Inherits from ${listOf(inherits)}.`] : []),
    ...(textOf(object, 'persistence') === 'unlogged' ? [['Unlogged: a crash empties it.']] : []),
  ]
}

function publicationsOf(catalog: Catalog, object: CatalogObject): Prose[] {
  return objectsOfKind(catalog, 'publicationMember')
    .filter((member) => textIn(member, 'table') === nameOf(object.id))
    .map((member) => {
      const columns = textsOf(member, 'columns').map(code)
      const where = textOf(member, 'where')
      return say`In the publication ${code(textIn(member, 'publication'))}${
        columns.length === 0 ? '' : say`, with ${listOf(columns)} alone`
      }${where === null ? '' : say`, rows for which ${code(where)} holds`}.`
    })
}
