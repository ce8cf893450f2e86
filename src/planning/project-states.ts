import { ownSchemas } from '../files/own-schemas.ts'
import type { Talk } from '../files/context.ts'
import { loadMigrations } from '../files/migrations.ts'
import type { MigrationFolder } from '../files/migrations.ts'
import type { Project } from '../files/project.ts'
import { loadSchemaFiles } from '../files/schema/schema-files.ts'
import { memoIn } from '../files/schema/schema-memo.ts'
import type { SchemaFiles } from '../files/schema/schema-files.ts'
import { withDatabase } from '../postgres/connect.ts'
import { readStaying } from '../proof/state.ts'
import type { State, View } from '../proof/state.ts'
import type { Content } from '../workbench/load/content.ts'
import { withScratch } from '../workbench/scratch/scratch.ts'
import type { UseWorkbench, Workbench } from '../workbench/server/server.ts'

/** The files that say both states of a project, as they were when they were loaded. */
export interface ProjectFiles {
  readonly folder: MigrationFolder
  readonly schema: SchemaFiles
}

/** Where states are looked at, and who hears of it. */
export interface Looking {
  readonly useWorkbench: UseWorkbench
  readonly talk: Talk
}

/** Loads the files of both states, once for all that a command does. Throws UserError for a folder of migrations that is none. */
export async function loadProjectFiles({ root, folders }: Project): Promise<ProjectFiles> {
  const [folder, schema] = await Promise.all([
    loadMigrations(folders.migrations),
    loadSchemaFiles(folders.schema, memoIn(root, folders.schema)),
  ])
  return { folder, schema }
}

/** What the migrations of a folder make, all of them unless told: where a plan starts. */
export function startOf(
  folder: MigrationFolder,
  upTo = folder.migrations.at(-1)?.version ?? 'none',
): Extract<Content, { kind: 'migrations' }> {
  return { kind: 'migrations', mode: 'today', upTo, folder }
}

/** What schema files say: where it leads. */
export function goalOf(files: SchemaFiles): Extract<Content, { kind: 'schema' }> {
  return { kind: 'schema', mode: 'today', files }
}

/**
 * Sees a content by both witnesses, on a scratch database; the observer's lines on another one where they are
 * asked for. `begun` is called when the database is there, and is about to be read.
 */
export async function lookAt(
  workbench: Workbench,
  content: Content,
  { begun }: { readonly begun?: () => void } = {},
): Promise<State> {
  const view = viewOf(workbench.project)
  return withScratch(workbench, content, async (scratch) => {
    begun?.()
    return readStaying(scratch, view, async (look) =>
      withScratch(workbench, content, async ({ adminUrl }) => withDatabase(adminUrl, look)),
    )
  })
}

/** What of the project's database is looked at. */
export function viewOf({ schemas }: Pick<Project, 'schemas'>): View {
  return { scope: { schemas }, ignoreSchemas: ownSchemas }
}
