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
    }
  /**
   * The migrations, and the rows of each file of samples from the first version on at which it loads: later migrations
   * ran over them. The note of its scratch database says which.
   */
  | {
      readonly kind: 'samples'
      readonly mode: DefaultPrivileges
      readonly upTo?: string
    }
  /** The platform and the schema files. */
  | { readonly kind: 'schema'; readonly mode: DefaultPrivileges }
