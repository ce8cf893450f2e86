/** Where the journal keeps the files that were applied, and who ran which verb. */
export const journalSchema = 'schema_journal'

/** Where rows are kept that a rollback would lose. */
export const archiveSchema = 'archive'

/**
 * The schemas of tools that migrate: the histories of Atlas and of the Supabase CLI, the journal, the archive. No schema
 * file describes them, and nothing that plans or compares looks into them.
 */
export const ownSchemas = [
  'atlas_schema_revisions',
  'supabase_migrations',
  journalSchema,
  archiveSchema,
] as const

/** The first of these names that is one of the schemas of tools; undefined where none is. */
export function findOwnSchema(names: readonly string[]): string | undefined {
  const own = new Set<string>(ownSchemas)
  return names.find((name) => own.has(name))
}
