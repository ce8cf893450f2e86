import type { Catalog, CatalogObject, ObjectId } from '../../model/catalog.ts'
import { childrenOf } from '../../model/catalog.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import { actionKey, alter, alterBelow } from '../action.ts'
import { attachPartition } from './attached/move-partition.ts'
import { flagOf, textIn, textOf } from '../../model/attribute.ts'
import { alterFacets, withoutFacets } from './facets/facets.ts'
import { tableAddress } from './facets/name.ts'
import { alterOptions, optionClause } from './facets/options.ts'
import { idsAt, nameOf } from '../../model/object-id.ts'
import type { Context, Refusal } from '../rule.ts'
import { ofAttribute, statement } from '../statement.ts'
import type { Statement } from '../statement.ts'
import { isIndexAsBefore } from './index-extras.ts'
import { inheritedFrom } from './inheritance.ts'
import { repartition } from './repartition.ts'

/** What of a table can be changed in place. */
const changes: Readonly<
  Record<string, (change: Altered, context: Context) => readonly Statement[] | Refusal>
> = {
  rowSecurity: ({ from, to }) => rowSecurity(to, textIn(from, 'rowSecurity')),
  replicaIdentity: ({ to }, context) => replicaIdentity(to, context),
  persistence: ({ to }) => [
    alterTable(to, `set ${textIn(to, 'persistence') === 'unlogged' ? 'unlogged' : 'logged'}`),
  ],
  options: (change) =>
    alterOptions(change, 'options').map((each) => alterTable(change.to, optionClause(each))),
  // PostgreSQL passes them over, without a word, where no column has need of a toast table yet
  toastOptions: (change) =>
    alterOptions(change, 'toastOptions', 'toast.').map((each) => ({
      ...alterTable(change.to, optionClause(each)),
      afterColumns: true,
    })),
  // Said around the changes of its columns and its type (src/plan/order/place/typed-tables.ts).
  ofType: () => [],
  accessMethod: ({ to }) => {
    const method = textOf(to, 'accessMethod')
    return method === null
      ? { refused: 'its table access method cannot be reset to the default' }
      : [alterTable(to, `set access method ${method}`)]
  },
  partitionOf: attachPartition,
  bound: attachPartition,
  inherits: alterInherits,
}

/** The statements that change a table in place; a refusal for what cannot be changed so. */
export function alterTableInPlace(
  change: Altered,
  context: Context,
): readonly Statement[] | 'replace' | Refusal {
  const repartitioned = repartition(change, context)
  if (repartitioned !== undefined) return repartitioned
  const statements: Statement[] = []
  for (const name of withoutFacets(change)) {
    const made = changes[name]?.(change, context) ?? {
      refused: `${name} of a table cannot be changed`,
    }
    if ('refused' in made) return made
    statements.push(...ofAttribute(name, made))
  }
  const unique = new Map(statements.map((each) => [actionKey(each.action), each]))
  return [...unique.values(), ...alterFacets(change, context)]
}

/** Switches row security on, on for the owner too, or off. Takes the state before; off for a new table. */
export function rowSecurity(table: CatalogObject, before = 'off'): Statement[] {
  const after = textIn(table, 'rowSecurity')
  const [wasOn, isOn] = [before, after].map((state) => state === 'on' || state === 'forced')
  const [wasForced, isForced] = [before, after].map((state) => state.startsWith('forced'))
  return [
    ...(wasOn === isOn ? [] : [`${isOn ? 'enable' : 'disable'} row level security`]),
    ...(wasForced === isForced ? [] : [`${isForced ? 'force' : 'no force'} row level security`]),
  ].map((clause) =>
    statement({ verb: 'alter', object: table.id }, alter(`table ${nameOf(table.id)}`, clause), {
      attribute: 'rowSecurity',
    }),
  )
}

/** A form of ALTER TABLE. */
export function alterTable(table: CatalogObject, clause: string): Statement {
  return statement({ verb: 'alter', object: table.id }, alterBelow(tableAddress(table.id), clause))
}

/** A created or recreated index has its own statement for replica identity. */
function replicaIdentity(table: CatalogObject, context: Context): Statement[] {
  const wanted = textIn(table, 'replicaIdentity')
  const index = /^using index (?<name>.*)$/s.exec(wanted)?.groups?.['name']
  return index !== undefined && !isIndexAsBefore(table.id, index, context)
    ? []
    : [alterTable(table, `replica identity ${wanted}`)]
}

/** Whether a table has checks that those below it have of it: keys, indexes and triggers stay with their table. */
function hasShared(id: ObjectId, { from, to }: Context): boolean {
  return [from, to].some((catalog) => childrenOf(catalog, id).some(isInheritedCheck))
}

function isInheritedCheck(part: CatalogObject): boolean {
  return (
    part.kind === 'constraint' &&
    part.attributes['type'] === 'check' &&
    !textIn(part, 'definition').includes(' NO INHERIT')
  )
}

/** Attaches a table to its parents, and takes it off them. */
export function alterInherits(
  { from, to }: Altered,
  context: Context,
): readonly Statement[] | Refusal {
  const [before, after] = [idsAt(from, 'inherits'), idsAt(to, 'inherits')]
  // Their order matters: those after the first that differs are attached again.
  const differs = before.findIndex((parent, at) => parent !== after[at])
  const kept = differs === -1 ? before.length : differs
  const [gone, come] = [before.slice(kept), after.slice(kept)]
  if ([...gone, ...come].some((parent) => hasShared(parent, context)))
    return { refused: 'its parent table has checks, which the child would keep' }
  const isOwn = (column: CatalogObject): boolean =>
    flagOf(context.to.objects.get(column.id) ?? column, 'local')
  const [left, taken] = [
    inheritedOnly(from, gone, context.from).filter((column) => !isOwn(column)),
    // One that is there before is refused by itself.
    inheritedOnly(to, come, context.to).filter(({ id }) => !context.from.objects.has(id)),
  ]
  if (left.length + taken.length > 0)
    return { refused: 'it has columns from its parent alone, which would be declared on it then' }
  return [
    ...gone.map((parent) => alterTable(to, `no inherit ${nameOf(parent)}`)),
    // Its columns are to be as the parent's then.
    ...come.map((parent) => ({
      ...alterTable(to, `inherit ${nameOf(parent)}`),
      afterColumns: true,
    })),
  ]
}

/** The columns that a table has from one of these parents and does not declare. */
function inheritedOnly(
  table: CatalogObject,
  parents: readonly ObjectId[],
  catalog: Catalog,
): CatalogObject[] {
  return childrenOf(catalog, table.id).filter((column) => {
    if (column.kind !== 'column') return false
    const parent = inheritedFrom(column, catalog)?.parent ?? null
    return !flagOf(column, 'local') && parent !== null && parents.includes(parent)
  })
}
