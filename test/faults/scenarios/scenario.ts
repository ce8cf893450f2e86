/** Migrations, and the database that they meet. */
export interface Scenario {
  readonly name: string
  /** The migrations and their down files by path from the project's root, such as `migrations/down/001_a.sql`. */
  readonly files: () => Promise<Readonly<Record<string, string>>>
  /** The version from which an apply starts, and at which a rollback ends. */
  readonly start: string
  /** What is done at that version, by the superuser: the rows. */
  readonly rows: string
  /** Whether the Supabase CLI has its history in the database. */
  readonly supabase: boolean
  /** Whether each file is one transaction: then its version tells what the catalog is. */
  readonly whole: boolean
}

/** A migration of a scenario by its name, in both directions. */
export type Both = Readonly<Record<string, readonly [up: string, down: string]>>

/** The files of migrations, by their paths. */
export function filesOf(migrations: Both): Record<string, string> {
  return Object.fromEntries(
    Object.entries(migrations).flatMap(([name, [up, down]]) => [
      [`migrations/${name}.sql`, up],
      [`migrations/down/${name}.sql`, down],
    ]),
  )
}
