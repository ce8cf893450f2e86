import type { CatalogObject, ObjectId } from '../../model/catalog.ts'
import { quoteLiteral } from '../../sql/quote.ts'
import { alter, create, drop } from '../action.ts'
import { textIn, textOf } from '../../model/attribute.ts'
import { writeComment } from './facets/comment.ts'
import { alterFacets, withoutFacets } from './facets/facets.ts'
import { nameOf } from '../../model/object-id.ts'
import type { Context, Rule } from '../rule.ts'
import { statement } from '../statement.ts'

/** Extensions: their objects come with them and are no objects of ours. */
export const extensionRule: Rule = {
  kind: 'extension',
  create: (extension) => [
    statement(
      { verb: 'create', object: extension.id },
      create(
        `extension ${nameOf(extension.id)}`,
        ` with schema ${textIn(extension, 'schema')}${versionOf(extension)}`,
      ),
    ),
    // one comes with it
    ...(textOf(extension, 'askedComment') === null ? [] : [writeComment(extension)]),
  ],
  drop: (extension) => [
    statement({ verb: 'drop', object: extension.id }, drop(`extension ${nameOf(extension.id)}`)),
  ],
  alter: (change, context) => {
    const { to } = change
    const changed = withoutFacets(change)
    if (change.attributes.includes('owner'))
      return { refused: 'the owner of an extension cannot be changed' }
    // ALTER EXTENSION SET SCHEMA is for who owns its objects, which is a superuser often.
    if (changed.includes('schema'))
      return isUsed(to.id, context)
        ? {
            refused:
              'its schema differs, and it has dependents. Move it by hand before the plan is made: ' +
              `alter extension ${nameOf(to.id)} set schema ${textIn(to, 'schema')}`,
          }
        : 'replace'
    const actions = changed.includes('version') ? [`update to '${textIn(to, 'version')}'`] : []
    return [
      ...actions.map((action) =>
        statement({ verb: 'alter', object: to.id }, alter(`extension ${nameOf(to.id)}`, action)),
      ),
      ...alterFacets(change, context),
    ]
  },
}

/** The version that one gets without asking need not be asked for. */
function versionOf(extension: CatalogObject): string {
  const asked = textOf(extension, 'askedVersion')
  return asked === null ? '' : ` version ${quoteLiteral(asked)}`
}

function isUsed(id: ObjectId, { from, to }: Context): boolean {
  return [from, to].some(({ dependencies }) => dependencies.some(({ needed }) => needed === id))
}
