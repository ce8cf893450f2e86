import type { Queryable } from '../../postgres/connect.ts'
import { baselineVersion, readHistory } from './history.ts'

/** The versions that a database has, each with the names under which its histories know it. */
export interface VersionNames {
  /** A version without a name is there, but nothing says what it was. */
  readonly names: ReadonlyMap<string, readonly string[]>
  /** All versions before this one are declared as applied, whatever they were called; empty for none. */
  readonly before: string
}

/** Reads what both histories of a database call the versions that they have. Errors as readHistory. */
export async function readVersionNames(db: Queryable): Promise<VersionNames> {
  const history = await readHistory(db)
  const named = [
    ...(history.atlas ?? []).map(({ version, description: name }) => ({ version, name })),
    ...(history.supabase ?? []),
  ]
  const groups = Map.groupBy(named, ({ version }) => version)
  const names = [...groups].map(([version, rows]) => {
    const known = rows.flatMap(({ name }) => (name === null || name === '' ? [] : [name]))
    return [version, [...new Set(known)].toSorted()] as const
  })
  return { names: new Map(names), before: baselineVersion(history) }
}

/** Whether a database has a migration: the version under that name, or under one that nobody knows. */
export function hasMigration(
  { names, before }: VersionNames,
  { version, name }: { readonly version: string; readonly name: string },
): boolean {
  const known = names.get(version)
  if (known === undefined) return version < before
  return known.length === 0 || known.includes(name)
}
