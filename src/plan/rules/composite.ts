import type { CatalogObject } from '../../model/catalog.ts'
import { isSameValue } from '../../model/compare-catalogs.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import { alterBelow, comment, create } from '../action.ts'
import { dependentsOf } from '../../model/needs.ts'
import { recordsOf, spell } from '../../model/attribute.ts'
import { alterFacets, createFacets, withoutFacets } from './facets/facets.ts'
import { nameOf } from '../../model/object-id.ts'
import {
  addText,
  alignFields,
  dropText,
  fieldText,
  findField,
  isSameType,
  pairFields,
  typeText,
} from './composite-fields.ts'
import type { Field } from './composite-fields.ts'
import { isMadeByField } from './field-order.ts'
import { dropOwnType, holdsValues, isKeptAside, isStored } from './kept-aside.ts'
import type { Context, Goes, Refusal, Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'

/** Composite types. Fields come last and go; in another order they take a new type. */
export const compositeRule: Rule = {
  kind: 'composite',
  create: (type, context) => {
    const fields = recordsOf(type, 'fields')
    const before = context.from.objects.get(type.id)
    // Their values are texts meanwhile, which are read field by field.
    if (before !== undefined && !isKeptReadable(before, type, context))
      return {
        refused:
          'columns have this type, and the type of a field changes in the same plan. Make the two changes one after the other',
      }
    const lines = fields.map((field) => `  ${fieldText(field)}`)
    const list = lines.length === 0 ? '()' : `(\n${lines.join(',\n')}\n)`
    return [
      statement(
        { verb: 'create', object: type.id },
        create(`type ${nameOf(type.id)}`, ` as ${list}`),
      ),
      ...createFacets(type, context),
      ...fields.filter((field) => field['comment'] !== null).map((field) => commentOn(type, field)),
    ]
  },
  drop: dropType,
  alter: (change, context) =>
    withoutFacets(change).length === 0
      ? alterFacets(change, context)
      : alterFields(change, context),
}

/** Columns keep their values as texts meanwhile, which the new type reads by the places of its fields. */
function dropType(
  type: CatalogObject,
  context: Context,
  goes: Goes,
): readonly Statement[] | Refusal {
  const next = context.to.objects.get(type.id)
  if (next === undefined || !hasColumns(type, context) || isReadAlike(type, next))
    return dropOwnType(type, context, goes)
  const isAside = isKeptAside(type, context, goes)
  if (isAside && isMadeByField(type, next, context)) return dropOwnType(type, context, goes)
  const clauses = alignFields(type, next)
  if (!isAside || clauses === undefined)
    return { refused: 'it is recreated with other fields, and columns have this type' }
  return [
    ...alterType(type, clauses).map((each) => ({ ...each, attribute: 'detach' })),
    ...dropOwnType(type, context, goes),
  ]
}

function alterFields(
  change: Altered,
  context: Context,
): readonly Statement[] | 'replace' | Refusal {
  const { gone, retyped, come, isInPlace } = pairFields(change.from, change.to)
  if (!isInPlace) {
    if (dependentsOf(context.from, change.from.id).length === 0) return restated(change, context)
    return !hasColumns(change.from, context) || isMadeByField(change.from, change.to, context)
      ? 'replace'
      : { refused: otherOrder }
  }
  // ALTER TYPE refuses another type for a field while columns are of the composite.
  if (retyped.length > 0 && isStored(change.from.id, context.from)) return 'replace'
  const before = recordsOf(change.from, 'fields')
  const clauses = [
    ...gone.map(dropText),
    ...retyped.map((field) => `alter attribute ${spell(field['name'])} type ${typeText(field)}`),
    ...come.map(addText),
  ]
  return [
    ...alterType(change.to, clauses),
    ...recordsOf(change.to, 'fields')
      .filter((field) => !isSameValue(field['comment'], findField(before, field)?.['comment']))
      .map((field) => commentOn(change.to, field)),
    ...alterFacets(change, context),
  ]
}

/** A type that nothing uses gets its fields again, from the first one on that is another. */
function restated({ from, to, ...change }: Altered, context: Context): Statement[] {
  const [before, after] = [recordsOf(from, 'fields'), recordsOf(to, 'fields')]
  const differs = after.findIndex(
    (field, at) => field['name'] !== before[at]?.['name'] || !isSameType(field, before[at]),
  )
  const [gone, come] = [before.slice(differs), after.slice(differs)]
  return [
    ...alterType(to, [...gone.map(dropText), ...come.map(addText)]),
    ...come.filter((field) => field['comment'] !== null).map((field) => commentOn(to, field)),
    ...alterFacets({ from, to, ...change }, context),
  ]
}

/** One statement: fields go, change, and come, in this order (ATRewriteCatalogs). */
function alterType(type: CatalogObject, clauses: readonly string[]): Statement[] {
  if (clauses.length === 0) return []
  const action = alterBelow(`type ${nameOf(type.id)}`, clauses.join(',\n  '))
  return [statement({ verb: 'alter', object: type.id }, action, { attribute: 'fields' })]
}

const otherOrder =
  'the order of its fields differs, and columns have it within another type, or fields get other types. Keep the order of the fields'

function commentOn(type: CatalogObject, field: Field): Statement {
  const text = typeof field['comment'] === 'string' ? field['comment'] : null
  const address = `column ${nameOf(type.id)}.${spell(field['name'])}`
  return statement({ verb: 'comment', object: type.id }, comment(address, text))
}

function isKeptReadable(before: CatalogObject, after: CatalogObject, context: Context): boolean {
  return (
    !hasColumns(before, context) ||
    isReadAlike(before, after) ||
    isMadeByField(before, after, context) ||
    alignFields(before, after) !== undefined
  )
}

function isReadAlike(before: CatalogObject, after: CatalogObject): boolean {
  const [old, fresh] = [before, after].map((type) =>
    recordsOf(type, 'fields').map((field) => spell(field['name'])),
  )
  return isSameValue(old ?? [], fresh ?? [])
}

function hasColumns({ id }: CatalogObject, { from }: Context): boolean {
  return holdsValues(id, from)
}
