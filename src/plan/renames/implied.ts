import type { Catalog, CatalogObject } from '../../model/catalog.ts'
import { namingOf } from '../../model/kind.ts'
import { flagOf, textOf } from '../../model/attribute.ts'
import { findLikelyRenames } from './likely.ts'
import { unquoteName } from '../../model/qualified-name.ts'
import { nameObject } from '../names/names.ts'
import type { Named } from '../names/names.ts'
import { quoteName } from '../../sql/quote.ts'
import type { RequestedRename } from './requested-rename.ts'

/**
 * Finds what was named after something that is renamed, and is to have the new name in its own: `notes_pkey` of a table
 * that was called notes. PostgreSQL leaves those names as they are. `renamed` is the state with the renames done.
 */
export function findImplied(
  requests: readonly RequestedRename[],
  renamed: Catalog,
  desired: Catalog,
): RequestedRename[] {
  if (requests.length === 0) return []
  const after = (name: string): Set<string> => namesAfter(name, requests)
  const objects = findLikelyRenames(renamed, desired).flatMap(({ to, from }) => {
    const { isNamedAfterParent, look } = namingOf(to.kind).rename ?? {}
    const old = from.filter((each) => look === 'nothing' || after(ownName(each)).has(ownName(to)))
    const [only, ...others] = old
    const isSure = isNamedAfterParent === true && only !== undefined && others.length === 0
    return isSure ? [implied(to, only)] : []
  })
  return [...objects, ...impliedNotNulls(requests, renamed, desired)]
}

/** What a name may be after the renames. */
function namesAfter(name: string, requests: readonly RequestedRename[]): Set<string> {
  const names = new Set([name])
  for (const { oldNames, to } of requests) {
    const old = oldNames.at(-1) ?? ''
    const known = Array.from(names)
    // A long list of renames is no reason to try every mixture of them.
    if (names.size < 64) for (const each of known) names.add(each.replace(old, () => ownName(to)))
  }
  return names
}

function ownName({ names }: Named): string {
  return names.at(-1) ?? ''
}

function implied(to: Named, old: Named): RequestedRename {
  return {
    to,
    old,
    oldNames: old.names,
    newNames: to.names,
    taken: undefined,
    isFirst: false,
    place: '',
  }
}

/** From PostgreSQL 18 on NOT NULL has a name, which holds those of the table and the column. */
function impliedNotNulls(
  requests: readonly RequestedRename[],
  renamed: Catalog,
  desired: Catalog,
): RequestedRename[] {
  const touched = new Set(requests.map(({ to }) => to.id))
  return [...desired.objects.values()].flatMap((column) => {
    const before = renamed.objects.get(column.id)
    if (column.kind !== 'column' || before === undefined) return []
    if (![column.id, column.parent].some((id) => id !== null && touched.has(id))) return []
    const names = notNullNames(before, column, desired)
    return names === undefined ? [] : [renameNotNull(nameObject(column, desired), names)]
  })
}

interface NotNullNames {
  readonly from: string
  readonly to: string
}

/** As SQL spells them; undefined when they are the same, or what is usual cannot be told. */
function notNullNames(
  before: CatalogObject,
  column: CatalogObject,
  catalog: Catalog,
): NotNullNames | undefined {
  if (!flagOf(before, 'notNull') || !flagOf(column, 'notNull')) return undefined
  const from = textOf(before, 'notNullName')
  if (from === null || from === textOf(column, 'notNullName')) return undefined
  const byDefault = [...nameObject(column, catalog).names.slice(-2), 'not_null'].join('_')
  const to = textOf(column, 'notNullName') ?? quote(byDefault)
  // PostgreSQL shortens longer ones by its own algorithm.
  return Buffer.byteLength(unquoteName(to)) > 63 ? undefined : { from, to }
}

function quote(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : quoteName(name)
}

function renameNotNull(column: Named, { from, to }: NotNullNames): RequestedRename {
  const owner = { names: column.names.slice(0, -1), spelled: column.spelled.slice(0, -1) }
  const called = (spelled: string): Named => ({
    ...column,
    kind: 'constraint',
    names: [...owner.names, unquoteName(spelled)],
    spelled: [...owner.spelled, spelled],
  })
  return implied(called(to), called(from))
}
