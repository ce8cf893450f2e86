import { UserError } from '../../errors.ts'

/** The names of a migration to be written. */
export interface MigrationName {
  readonly version: string
  readonly name: string
  /** `<version>_<name>.sql` */
  readonly file: string
}

/**
 * The names of `count` new migrations behind those of a folder: `007_add_x.sql`, `008_add_x_2.sql`. Three digits go
 * on; once the folder holds a timestamp, `now` (14 digits, UTC) is the next version, or one more than the last; `at` is
 * the first one where that is known. Throws UserError when a name cannot be used, or is taken.
 */
export function nameMigrations(
  { migrations }: { readonly migrations: readonly MigrationName[] },
  name: string,
  {
    count,
    now,
    at,
  }: { readonly count: number; readonly now: string; readonly at?: string | undefined },
): MigrationName[] {
  checkName(name)
  const first = at ?? nextVersion(migrations.at(-1)?.version, now)
  return Array.from({ length: count }, (_, index) => {
    const version = addTo(first, index)
    const own = index === 0 ? name : `${name}_${String(index + 1)}`
    const taken = migrations.find((migration) => migration.name === own)
    if (taken !== undefined) {
      throw new UserError(`${own}: ${taken.file} already has this name. Choose another one.`)
    }
    return { version, name: own, file: `${version}_${own}.sql` }
  })
}

/** The version behind the last one of a folder: three digits go on, a timestamp is followed by `now` or one more. */
export function nextVersion(newest: string | undefined, now: string): string {
  const last = newest ?? '000'
  return last.length >= 14 && now > last ? now : addTo(last, 1)
}

function addTo(version: string, count: number): string {
  return String(BigInt(version) + BigInt(count)).padStart(version.length, '0')
}

/** Throws UserError unless a name is one for a migration. */
function checkName(name: string): void {
  if (/^[a-z][a-z0-9_]{0,60}$/.test(name)) return
  throw new UserError(
    `${name}: not a name for a migration. Use lowercase letters, digits and _, such as add_labels.`,
  )
}
