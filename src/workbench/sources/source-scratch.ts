import { withSession } from '../../postgres/connect.ts'
import { loadSchema } from '../load/load-schema.ts'
import type { FileSource } from './loaded-source.ts'
import { withLoaded } from './load-tries.ts'
import type { Load, MakeScratch } from './load-tries.ts'
import { replayMigrations } from '../load/replay.ts'
import { loadsOfFolder } from './folder-loads.ts'
import { withPlainScratch, withScratch } from '../scratch/scratch.ts'
import type { Scratch } from '../scratch/scratch.ts'
import type { Workbench } from '../server/server.ts'
import { loadsOf, provideRoles } from './sql-file.ts'

/** What the files of a source are loaded on: Supabase's own, as the stand-in has it, or an empty database. */
export type Platform = 'supabase' | 'none'

/** Where the files of a source are loaded. */
export interface Ground {
  readonly workbench: Workbench
  readonly platform: Platform
}

/** A scratch database with the files of a source, and what was passed over in them, a sentence each. */
export interface LoadedScratch extends Scratch {
  readonly notes: readonly string[]
}

/**
 * Loads the files of a source into a scratch database and hands it over. Throws UserError for what cannot be
 * loaded.
 */
export async function withFileSource<T>(
  { workbench, platform }: Ground,
  source: FileSource,
  use: (scratch: LoadedScratch) => Promise<T>,
): Promise<T> {
  if (source.kind === 'file' || source.kind === 'scripts')
    return withSent({ workbench, platform }, source, use)
  const notes = notesOf(source)
  const plainly = async (scratch: Scratch): Promise<T> => use({ ...scratch, notes })
  if (platform === 'none') {
    const make = groundOf({ workbench, platform })
    return withLoaded({ workbench, make, loads: [loadOf(source)] }, plainly)
  }
  return withScratch(workbench, { ...source, mode: 'today' }, plainly)
}

function notesOf(source: Exclude<FileSource, Sent>): string[] {
  if (source.kind !== 'migrations' || source.folder.migrations.length > 0) return []
  return [`${source.folder.path}: no migration is in it: this is the state of an empty database`]
}

type Sent = Extract<FileSource, { readonly kind: 'file' | 'scripts' }>

/** Files of somebody, which are sent as they are. */
async function withSent<T>(
  { workbench, platform }: Ground,
  source: Sent,
  use: (scratch: LoadedScratch) => Promise<T>,
): Promise<T> {
  const files = source.kind === 'file' ? [source.file] : source.files
  for (const file of files) await provideRoles(workbench, file)
  const loads = source.kind === 'file' ? loadsOf(source.file) : loadsOfFolder(source)
  const known = [
    ...(source.kind === 'scripts' ? source.why : []),
    ...files.flatMap(({ notes }) => notes),
  ]
  const make = groundOf({ workbench, platform })
  return withLoaded({ workbench, make, loads }, async (scratch, notes) =>
    use({ ...scratch, notes: [...known, ...notes] }),
  )
}

/** An empty database of a ground, again and again. */
export function groundOf({ workbench, platform }: Ground): MakeScratch {
  return async (use) =>
    platform === 'none'
      ? withPlainScratch(workbench, use)
      : withScratch(workbench, { kind: 'platform', mode: 'today' }, use)
}

function loadOf(source: Exclude<FileSource, Sent>): Load {
  if (source.kind === 'migrations')
    return async ({ url }) => {
      await replayMigrations(url, source.folder.migrations)
      return []
    }
  return async ({ url }) => {
    const statements = await source.files.statements()
    await withSession(url, async (session) => loadSchema(session, statements))
    return []
  }
}
