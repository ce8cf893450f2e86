import { textOf } from '../../../model/attribute.ts'
import type { Catalog, CatalogObject, ObjectId } from '../../../model/catalog.ts'
import { idOf, isChildOf } from '../../../model/object-id.ts'
import { tablesOf } from '../../../model/parent-tables.ts'
import type { Context } from '../../rule.ts'
import { alterTable } from '../../rules/table-alter.ts'
import { ofAttribute } from '../../statement.ts'
import type { Statement } from '../../statement.ts'

/** A table that stays, and the types that it is of in the two states. */
interface TypedTable {
  readonly before: CatalogObject
  readonly after: CatalogObject
  readonly types: readonly (ObjectId | undefined)[]
}

/**
 * Without what tables that stay need of the types that they are of: a table leaves its type while that changes, and
 * keeps its rows.
 */
export function withoutTypesOfTables(context: Context): Context {
  const typed = typedTables(context)
  if (typed.length === 0) return context
  const types = new Map(typed.map(({ after, types: own }) => [after.id, own]))
  const without = (catalog: Catalog): Catalog => ({
    ...catalog,
    dependencies: catalog.dependencies.filter(
      ({ dependent, needed }) => types.get(dependent)?.includes(needed) !== true,
    ),
  })
  return { ...context, from: without(context.from), to: without(context.to) }
}

/**
 * Takes tables off their types before these or their columns change, and says the types of the second state after that
 * (manual, ALTER TABLE … OF).
 */
export function leaveTypes(
  statements: readonly Statement[],
  context: Context,
): readonly Statement[] {
  return typedTables(context).reduce(placeTable, statements)
}

function placeTable(
  statements: readonly Statement[],
  { before, after, types }: TypedTable,
): readonly Statement[] {
  const [old, fresh] = types
  const meets = ({ object, verb }: Statement): boolean =>
    besides.has(verb) ? false : types.includes(object) || isChildOf(object, 'column', after.id)
  const first = statements.findIndex(meets)
  if (first === -1 && old === fresh) return statements
  const last = statements.findLastIndex(meets)
  const [from, until] = first === -1 ? [0, 0] : [first, last + 1]
  return [
    ...statements.slice(0, from),
    ...(old === undefined ? [] : ofAttribute('ofType', [alterTable(before, 'not of')])),
    ...statements.slice(from, until),
    ...(fresh === undefined
      ? []
      : ofAttribute('ofType', [alterTable(after, `of ${textOf(after, 'ofType') ?? ''}`)])),
    ...statements.slice(until),
  ]
}

/** What is said of a table of a type too. */
const besides: ReadonlySet<Statement['verb']> = new Set(['comment', 'grant', 'revoke'])

function typedTables({ from, to }: Context): TypedTable[] {
  return tablesOf(to).flatMap((after) => {
    const before = from.objects.get(after.id)
    const types = [typeOf(before), typeOf(after)]
    return before === undefined || types.every((type) => type === undefined)
      ? []
      : [{ before, after, types }]
  })
}

function typeOf(table: CatalogObject | undefined): ObjectId | undefined {
  const name = table === undefined ? null : textOf(table, 'ofType')
  return name === null ? undefined : idOf('composite', name)
}
