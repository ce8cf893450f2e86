import type { MigrationFolder } from '../../files/migrations.ts'
import type { SchemaFiles } from '../../files/schema/schema-files.ts'

/** Which default privileges new objects get: Supabase's of today, or those that older projects keep. */
export type DefaultPrivileges = 'today' | 'legacy'

/** What a scratch database holds. */
export type Content =
  /** Nothing of ours: a new database, owned by postgres. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'platform'; readonly mode: DefaultPrivileges }
  /** The platform and the migrations up to a version, that one included; all unless told, `none` for none. */
  | {
      readonly kind: 'migrations'
      readonly mode: DefaultPrivileges
      readonly upTo?: string
      /** Where they were loaded before; else the project's folder is read. */
      readonly folder?: MigrationFolder
    }
  /**
   * The migrations, and the rows of each file of samples from the first version on at which it loads: later migrations
   * ran over them. The note of its scratch database says which.
   */
  | {
      readonly kind: 'samples'
      readonly mode: DefaultPrivileges
      readonly upTo?: string
      readonly folder?: MigrationFolder
    }
  /** The platform and the schema files: those that were loaded before, or what the project's folder has now. */
  | {
      readonly kind: 'schema'
      readonly mode: DefaultPrivileges
      readonly files?: SchemaFiles
    }
