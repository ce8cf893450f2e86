import { UserError } from '../errors.ts'
import type { Catalog, CatalogObject } from '../model/catalog.ts'
import type { Declaration } from '../sql/directives.ts'
import { textOf } from '../model/attribute.ts'
import { indexNames } from './names/names.ts'
import { findDeclared } from './renames/requested-rename.ts'
import type { Context } from './rule.ts'

type Conversions = NonNullable<Context['conversions']>

type Conversion = { readonly using: string } | 'recreate'

/** No directive says anything of a conversion. */
export const noConversions: Conversions = new Map()

/**
 * What directives say of columns whose type differs: the expression of `-- @using`, and that `-- @new` lets the
 * values go where no cast keeps them, or a table its rows, which comes to be partitioned. Nothing is said of a type that has changed already. Throws UserError, with
 * the place, for an expression that has nothing to convert.
 */
export function decideConversions(
  declarations: readonly Declaration[],
  current: Catalog,
  desired: Catalog,
): Conversions {
  const said = declarations.filter(
    ({ kind, request }) =>
      (kind === 'column' && request !== undefined) || (kind === 'table' && request?.kind === 'new'),
  )
  if (said.length === 0) return noConversions
  const index = indexNames(desired)
  return new Map(
    said.flatMap((declaration) => {
      const object = desired.objects.get(findDeclared(declaration, index)?.id ?? '')
      const conversion = parseConversion(object, current, declaration)
      return object === undefined || conversion === undefined ? [] : [[object.id, conversion]]
    }),
  )
}

function parseConversion(
  column: CatalogObject | undefined,
  current: Catalog,
  declaration: Declaration,
): Conversion | undefined {
  const { request } = declaration
  if (request?.kind === 'using')
    return isDue(column, current, declaration) ? { using: request.expression } : undefined
  const isRecreated = request?.kind === 'new' && column !== undefined && isRetyped(column, current)
  return isRecreated ? 'recreate' : undefined
}

/** The same for the down direction: nobody said how; where no cast leads there, the values are lost. */
export function turnConversions(conversions: Conversions): Conversions {
  return new Map([...conversions.keys()].map((id) => [id, 'recreate']))
}

/** A table that is not there yet is made for the first time, with the column as it is. */
function isDue(
  column: CatalogObject | undefined,
  current: Catalog,
  declaration: Declaration,
): boolean {
  const { place } = declaration
  const { objects } = current
  if (column === undefined) throw new UserError(`${place}: ${unknown(declaration)}`)
  if (!objects.has(column.parent ?? '')) return false
  if (!objects.has(column.id)) {
    throw new UserError(
      `${place}: ${column.id} is new, so there is nothing to convert. Remove the directive. A new column gets its ` +
        'values from a statement in the migration.',
    )
  }
  if (!isRetyped(column, current)) return false
  if (textOf(column, 'generated') === null) return true
  throw new UserError(`${place}: ${column.id} is computed. Remove the directive.`)
}

/** Whether a column gets another type, or a table another partition key. */
function isRetyped(object: CatalogObject, { objects }: Catalog): boolean {
  const before = objects.get(object.id)
  const name = object.kind === 'table' ? 'partitionKey' : 'type'
  return before !== undefined && textOf(before, name) !== textOf(object, name)
}

function unknown({ names }: Declaration): string {
  return `there is no column ${names.join('.')} in the managed schemas. Remove the directive, or correct the line below it.`
}
