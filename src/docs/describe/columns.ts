import { flagOf, recordOf, recordsOf, spell, textIn, textOf } from '../../model/attribute.ts'
import type { Catalog, CatalogObject } from '../../model/catalog.ts'
import { childrenOf } from '../../model/catalog.ts'
import { childId, parseObjectId } from '../../model/object-id.ts'
import type { Column, ColumnValue, ForeignKey, Part } from './description.ts'
import { keyColumns } from './foreign-key.ts'

/** The keys of a table, as far as its columns are marked by them. */
export interface Keys {
  readonly keys: readonly Part[]
  readonly foreignKeys: readonly ForeignKey[]
}

/** The columns of a table, in its order, with the keys that they are in. */
export function columnsOf(catalog: Catalog, table: CatalogObject, keys: Keys): Column[] {
  const inKey = keys.keys.map(({ definition }) => ({ definition, names: keyColumns(definition) }))
  return childrenOf(catalog, table.id)
    .filter(({ kind }) => kind === 'column')
    .map((column) => {
      const name = ownName(column)
      return {
        name,
        type: textIn(column, 'type'),
        nullable: !flagOf(column, 'notNull'),
        value: valueOf(column),
        comment: textOf(column, 'comment'),
        isPrimary: inKey.some((key) => isPrimary(key) && key.names.includes(name)),
        isForeign: keys.foreignKeys.some(({ columns }) => columns.includes(name)),
        isUnique: inKey.some((key) => !isPrimary(key) && key.names.join() === name),
      }
    })
}

/** The columns of a view: their names and types, and the comments on them. */
export function viewColumnsOf(catalog: Catalog, view: CatalogObject): Column[] {
  return recordsOf(view, 'columns').map(({ name, type }) => {
    const found = catalog.objects.get(childId('viewColumn', view.id, spell(name)))
    return {
      name: spell(name),
      type: spell(type),
      nullable: null,
      value: null,
      comment: found === undefined ? null : textOf(found, 'comment'),
      isPrimary: false,
      isForeign: false,
      isUnique: false,
    }
  })
}

/** The last of an object's names, as SQL spells it. */
export function ownName({ id }: CatalogObject): string {
  return parseObjectId(id).spelled.at(-1) ?? ''
}

function isPrimary({ definition }: { readonly definition: string }): boolean {
  return definition.startsWith('PRIMARY')
}

function valueOf(column: CatalogObject): ColumnValue | null {
  const identity = recordOf(column, 'identity')
  if (identity !== null)
    return { kind: 'identity', sql: identity['always'] === true ? 'always' : 'by default' }
  const sql = textOf(column, 'default')
  if (sql === null) return null
  return { kind: textOf(column, 'generated') === null ? 'default' : 'generated', sql }
}
