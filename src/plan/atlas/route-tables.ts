import type { CatalogObject, ObjectId } from '../../model/catalog.ts'
import { diffCatalogs } from '../../model/compare-catalogs.ts'
import type { Change } from '../../model/compare-catalogs.ts'
import { findReasonsAgainst } from './table-reasons.ts'
import type { FindReasons } from './table-reasons.ts'
import { factsOf } from '../../model/kind.ts'
import { ownNameOf } from '../rules/facets/name.ts'
import type { Context } from '../rule.ts'
import { isDefault } from '../decide/default-values.ts'
import { plannerOf } from './who-plans.ts'
import { isOfKind } from '../../model/object-id.ts'

/** Who plans a table that differs, and why: the reason against Atlas, or what Atlas is asked for. */
export interface Route {
  readonly table: ObjectId
  readonly by: 'atlas' | 'own'
  readonly why: string
}

/** Decides who plans each table that differs, or of which a column, a constraint or an index does; in order. */
export function routeTables(context: Context): Route[] {
  const changes = diffCatalogs(context.from, context.to)
  const byTable = Map.groupBy(changes, (change) => tableOf(objectOf(change)))
  const reasonsOf = findReasonsAgainst(context, changes, tableOf)
  return [...byTable]
    .flatMap(([table, own]) => (table === undefined ? [] : [route(table, own, reasonsOf)]))
    .toSorted((a, b) => (a.table < b.table ? -1 : 1))
}

/** The table that an object is, or is a part of; undefined for what is planned by itself, such as a policy. */
export function tableOf(object: CatalogObject | undefined): ObjectId | undefined {
  if (object === undefined) return undefined
  if (factsOf(object.kind).atlas === undefined) return undefined
  if (object.kind === 'table') return object.id
  return isOfKind(object.parent, 'table') ? (object.parent ?? undefined) : undefined
}

function route(table: ObjectId, changes: readonly Change[], reasonsOf: FindReasons): Route {
  const wanted = wholeOrParts(changes).flatMap(atlasPart)
  if (wanted.length === 0) return { table, by: 'own', why: some(changes.flatMap(ownPart)) }
  const against = [...changes.flatMap(takesTable), ...reasonsOf(table, changes)]
  return against.length === 0
    ? { table, by: 'atlas', why: some(wanted) }
    : { table, by: 'own', why: some(against) }
}

/** That a table comes or goes says all; what of it differs is of interest otherwise. */
function wholeOrParts(changes: readonly Change[]): readonly Change[] {
  const whole = changes.filter(({ kind }) => kind !== 'altered').filter(isTable)
  return whole.length === 0 ? changes : whole
}

function isTable(change: Change): boolean {
  return objectOf(change).kind === 'table'
}

/** Three of a list are enough to see what it is about. */
function some(reasons: readonly string[]): string {
  const all = [...new Set(reasons)]
  const more = all.length > 3 ? ` and ${String(all.length - 3)} more` : ''
  return `${all.slice(0, 3).join(', ')}${more}`
}

function atlasPart(change: Change): string[] {
  return differencesOf(change)
    .filter((name) => plannerOf(objectOf(change).kind, name) === 'atlas')
    .map((name) => describe(change, name))
}

function ownPart(change: Change): string[] {
  return differencesOf(change).map((name) => describe(change, name))
}

function takesTable(change: Change): string[] {
  const { kind } = objectOf(change)
  return differencesOf(change)
    .filter((name) => plannerOf(kind, name) === 'own')
    .map((name) => describe(change, name))
}

/** What differs: the attributes, or those of a new object that are not as usual. */
function differencesOf(change: Change): readonly string[] {
  if (change.kind === 'altered') return change.attributes
  if (change.kind === 'removed') return ['removed']
  const { kind, attributes } = change.object
  const notDefault = Object.keys(attributes).filter(
    (name) => !isDefault(kind, name, attributes[name]),
  )
  return ['added', ...notDefault.filter((name) => plannerOf(kind, name) !== 'atlas')]
}

function describe(change: Change, attribute: string): string {
  const object = objectOf(change)
  return object.kind === 'table' ? attribute : `${object.kind} ${ownNameOf(object)}: ${attribute}`
}

function objectOf(change: Change): CatalogObject {
  return change.kind === 'altered' ? change.to : change.object
}
