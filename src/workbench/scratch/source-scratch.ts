import { withSession } from '../../postgres/connect.ts'
import { loadSchema } from '../load/load-schema.ts'
import type { FileSource } from './loaded-source.ts'
import { withLoaded } from './load-tries.ts'
import type { Load, MakeScratch } from './load-tries.ts'
import { replayMigrations } from '../load/replay.ts'
import { withPlainScratch, withScratch } from './scratch.ts'
import type { Scratch } from './scratch.ts'
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
  const plainly = async (scratch: Scratch): Promise<T> => use({ ...scratch, notes: [] })
  if (source.kind === 'file') {
    const { file } = source
    await provideRoles(workbench, file)
    const make = groundOf({ workbench, platform })
    return withLoaded({ workbench, make, loads: loadsOf(file) }, async (scratch) =>
      use({ ...scratch, notes: file.notes }),
    )
  }
  if (platform === 'none') {
    const make = groundOf({ workbench, platform })
    return withLoaded({ workbench, make, loads: [loadOf(source)] }, plainly)
  }
  return withScratch(workbench, { ...source, mode: 'today' }, plainly)
}

/** An empty database of a ground, again and again. */
export function groundOf({ workbench, platform }: Ground): MakeScratch {
  return async (use) =>
    platform === 'none'
      ? withPlainScratch(workbench, use)
      : withScratch(workbench, { kind: 'platform', mode: 'today' }, use)
}

function loadOf(source: Exclude<FileSource, { readonly kind: 'file' }>): Load {
  if (source.kind === 'migrations')
    return async ({ url }) => replayMigrations(url, source.folder.migrations)
  return async ({ url }) => {
    const statements = await source.files.statements()
    await withSession(url, async (session) => loadSchema(session, statements))
  }
}
