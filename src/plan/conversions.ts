import { UserError } from '../errors.ts'
import type { Catalog, CatalogObject } from '../model/catalog.ts'
import type { Declaration } from '../sql/directives.ts'
import { textIn, textOf } from '../model/attribute.ts'
import { indexNames } from './renames/names.ts'
import { findDeclared } from './renames/requested-rename.ts'
import type { Context } from './rule.ts'

type Conversions = NonNullable<Context['conversions']>

type Conversion = { readonly using: string } | 'recreate'

/** No directive says anything of a conversion. */
export const noConversions: Conversions = new Map()

/**
 * What directives say of columns whose type differs: the expression of `-- @using`, and that `-- @new` lets the
 * values go where no cast keeps them. Nothing is said of a type that has changed already. Throws UserError, with
 * the place, for an expression that has nothing to convert.
 */
export function decideConversions(
  declarations: readonly Declaration[],
  current: Catalog,
  desired: Catalog,
): Conversions {
  const said = declarations.filter(
    ({ kind, request }) => kind === 'column' && request !== undefined,
  )
  if (said.length === 0) return noConversions
  const index = indexNames(desired)
  return new Map(
    said.flatMap((declaration) => {
      const column = desired.objects.get(findDeclared(declaration, index)?.id ?? '')
      const conversion = parseConversion(column, current, declaration)
      return column === undefined || conversion === undefined ? [] : [[column.id, conversion]]
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

function isRetyped(column: CatalogObject, { objects }: Catalog): boolean {
  const before = objects.get(column.id)
  return before !== undefined && textIn(before, 'type') !== textIn(column, 'type')
}

function unknown({ names }: Declaration): string {
  return `there is no column ${names.join('.')} in the managed schemas. Remove the directive, or correct the line below it.`
}
