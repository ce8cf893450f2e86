import type { CatalogObject, ObjectId } from '../../model/catalog.ts'
import { childrenOf } from '../../model/catalog.ts'
import { isSameValue } from '../../model/compare-catalogs.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import { alter, alterBelow, comment } from '../action.ts'
import { flagOf, textIn, textOf, textsOf } from '../../model/attribute.ts'
import { alterOptions, optionClause } from './facets/options.ts'
import { childId, isOfKind } from '../../model/object-id.ts'
import { schemaNameOf } from '../../model/qualified-name.ts'
import { parentNameOf } from './facets/name.ts'
import type { Context } from '../rule.ts'
import { ofAttribute, statement } from '../statement.ts'
import type { Statement } from '../statement.ts'

/** The comment on the index of a constraint, where there is one. */
export function commentOnIndex(constraint: CatalogObject): Statement[] {
  return textOf(constraint, 'indexComment') === null ? [] : [writeIndexComment(constraint)]
}

/** Writes or takes away the comment on the index of a constraint. */
export function writeIndexComment(constraint: CatalogObject): Statement {
  return statement(
    { verb: 'comment', object: constraint.id },
    comment(`index ${indexNameOf(constraint)}`, textOf(constraint, 'indexComment')),
  )
}

/** The definition of a constraint with the storage parameters of its index, which PostgreSQL prints for EXCLUDE alone. */
export function definitionWithOptions(constraint: CatalogObject): string {
  const definition = textIn(constraint, 'definition')
  const options = textsOf(constraint, 'indexOptions')
  return options.length === 0 || constraint.attributes['type'] === 'exclude'
    ? definition
    : definition.replace(
        /(?: DEFERRABLE(?: INITIALLY DEFERRED)?)?$/,
        (rest) => ` WITH (${options.join(', ')})${rest}`,
      )
}

/** The storage parameters of a constraint's index, where that is there. */
export function optionsOfIndex(constraint: CatalogObject): Statement[] {
  const options = textsOf(constraint, 'indexOptions')
  return options.length === 0 ? [] : [alterIndex(constraint, `set (${options.join(', ')})`)]
}

/** Changes them. */
export function alterIndexOptions(change: Altered): Statement[] {
  return alterOptions(change, 'indexOptions').map((each) =>
    alterIndex(change.to, optionClause(each)),
  )
}

function alterIndex(constraint: CatalogObject, action: string): Statement {
  return statement(
    { verb: 'alter', object: constraint.id },
    alter(`index ${indexNameOf(constraint)}`, action),
    { attribute: 'indexOptions' },
  )
}

/** What a table says of an index that comes: that it identifies rows for replicas, that rows are clustered by it. */
export function rolesOfIndex(object: CatalogObject, index: string, context: Context): Statement[] {
  const table = context.to.objects.get(object.parent ?? '')
  const identifies = table?.attributes['replicaIdentity'] === `using index ${index}`
  return [
    ...(identifies
      ? ofAttribute('replicaIdentity', [
          alterOwnTable(object, `replica identity using index ${index}`),
        ])
      : []),
    ...clusterIfOn(object, index),
  ]
}

/** That rows are clustered by an index, where they are. */
export function clusterIfOn(object: CatalogObject, index: string): Statement[] {
  return flagOf(object, 'clustered') ? [clusterOn(object, index)] : []
}

/** Marks an index that stays, or takes the mark away. Another index of the table that gets it takes it by that. */
export function moveCluster(object: CatalogObject, index: string, { to }: Context): Statement[] {
  const isTaken = childrenOf(to, object.parent).some((other) => flagOf(other, 'clustered'))
  return flagOf(object, 'clustered') || !isTaken ? [clusterOn(object, index)] : []
}

/** Marks an index as the one that rows are clustered by, or none. */
function clusterOn(object: CatalogObject, index: string): Statement {
  const action = flagOf(object, 'clustered') ? `cluster on ${index}` : 'set without cluster'
  return { ...alterOwnTable(object, action), attribute: 'clustered' }
}

/** Whether a table has an index or a constraint of that name that does not change. */
export function isIndexAsBefore(table: ObjectId, index: string, { from, to }: Context): boolean {
  const ids = ['index', 'constraint'].map((kind) => childId(kind, table, index))
  return ids.some((id) => {
    const [before, after] = [from.objects.get(id), to.objects.get(id)]
    return (
      before !== undefined &&
      after !== undefined &&
      isSameValue(before.attributes['definition'], after.attributes['definition'])
    )
  })
}

function alterOwnTable(object: CatalogObject, action: string): Statement {
  const word = isOfKind(object.parent, 'materializedView') ? 'materialized view' : 'table'
  return statement(
    { verb: 'alter', object: object.id },
    alterBelow(`${word} ${parentNameOf(object)}`, action),
  )
}

/** The qualified name of the index that holds a constraint up. */
function indexNameOf(constraint: CatalogObject): string {
  return `${schemaNameOf(parentNameOf(constraint))}.${textOf(constraint, 'index') ?? ''}`
}
