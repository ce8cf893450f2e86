import { UserError } from '../errors.ts'
import type { MigrationFolder } from '../files/migrations.ts'

/** The names of a migration to be written. */
export interface MigrationName {
  readonly version: string
  readonly name: string
  /** `<version>_<name>.sql` */
  readonly file: string
}

/**
 * The names of `count` new migrations behind those of a folder: `007_add_x.sql`, `008_add_x_2.sql`. Three digits go
 * on; once the folder holds a timestamp, `now` (14 digits, UTC) is the next version, or one more than the last.
 * Throws UserError when a name cannot be used, or is taken.
 */
export function nameMigrations(
  { migrations }: MigrationFolder,
  name: string,
  { count, now }: { readonly count: number; readonly now: string },
): MigrationName[] {
  checkName(name)
  const last = migrations.at(-1)?.version ?? '000'
  const isTimestamp = last.length >= 14
  const first = isTimestamp && now > last ? BigInt(now) : BigInt(last) + 1n
  return Array.from({ length: count }, (_, index) => {
    const version = String(first + BigInt(index)).padStart(last.length, '0')
    const own = index === 0 ? name : `${name}_${String(index + 1)}`
    const taken = migrations.find((migration) => migration.name === own)
    if (taken !== undefined) {
      throw new UserError(`${own}: ${taken.file} has this name already. Choose another one.`)
    }
    return { version, name: own, file: `${version}_${own}.sql` }
  })
}

/** Throws UserError unless a name is one for a migration. */
function checkName(name: string): void {
  if (/^[a-z][a-z0-9_]{0,60}$/.test(name)) return
  throw new UserError(
    `${name}: not a name for a migration. Use lowercase letters, digits and _, such as add_labels.`,
  )
}
