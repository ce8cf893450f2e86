import type { Altered } from '../../model/compare-catalogs.ts'
import { textIn, textOf } from '../../model/attribute.ts'
import { isOfForeignTable } from '../../model/parent-tables.ts'
import { ownNameOf } from './facets/name.ts'
import type { Context, Refusal } from '../rule.ts'
import { conversionOf } from './conversion.ts'
import { inheritedFrom } from './inheritance.ts'

/**
 * What becomes of a column whose values no cast turns into those of its new type; undefined for any other, and for one
 * for which people say an expression.
 */
export function convertWithoutCast(
  change: Altered,
  context: Context,
): 'replace' | Refusal | undefined {
  if (!isWithoutCast(change, context) || isOfForeignTable(change.to)) return undefined
  const { to } = change
  const said = context.conversions?.get(inheritedFrom(to, context.to)?.id ?? to.id)
  if (said !== undefined) return said === 'recreate' ? 'replace' : undefined
  const types = typesOf(change)
  return {
    refused: `no cast leads from ${types.from} to ${types.to}. ${insteadOfCast}`,
  }
}

/** What people can do where no cast leads to the new type of a column. */
export const insteadOfCast =
  'Write `-- @using EXPRESSION` above the column for its new values, or `-- @new` to drop it with its values and add another one'

function isWithoutCast(change: Altered, context: Context): boolean {
  const { to, attributes } = change
  if (!attributes.includes('type') || textOf(to, 'generated') !== null) return false
  return conversionOf(ownNameOf(to), typesOf(change), context).kind === 'none'
}

function typesOf({ from, to }: Altered): { readonly from: string; readonly to: string } {
  return { from: textIn(from, 'type'), to: textIn(to, 'type') }
}
