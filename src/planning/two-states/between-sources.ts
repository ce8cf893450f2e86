import type { Catalog } from '../../model/catalog.ts'
import { withDatabase } from '../../postgres/connect.ts'
import { readStaying } from '../../proof/state.ts'
import type { State, View } from '../../proof/state.ts'
import type { LoadedSource } from '../../workbench/sources/loaded-source.ts'
import type { Scratch } from '../../workbench/scratch/scratch.ts'
import type { Readings } from './start-reading.ts'
import { withFileSource } from '../../workbench/sources/source-scratch.ts'
import type { Ground, LoadedScratch } from '../../workbench/sources/source-scratch.ts'

/** Two sources that were loaded, and where files and copies of them are. */
export interface Sides {
  readonly from: LoadedSource
  readonly to: LoadedSource
  /** The databases that are being read. */
  readonly states: Readings['states']
  /** Throws where nothing was to be loaded or copied, and no workbench is held. */
  readonly ground: () => Ground
  /** Who owns what a plan creates. */
  readonly user: string
  readonly view: View
}

/** A source's state, the database that it was read from where that is a scratch database, and what is to be said. */
export interface Opened {
  readonly state: State
  readonly scratch: Scratch | undefined
  readonly notes: readonly string[]
}

/**
 * Catalogs between which a plan is made. What is made belongs to whoever makes it: unless that is the same user on both
 * sides and on the workbench, every owner is said.
 */
export function withOwners(
  { user }: Pick<Sides, 'user'>,
  from: Catalog,
  to: Catalog,
): { readonly from: Catalog; readonly to: Catalog } {
  const users = new Set([from.role, to.role, user])
  return users.size === 1 ? { from, to } : { from, to: { ...to, role: '' } }
}

/**
 * Opens two sources and reads both at the same time; the scratch databases of files stay while `use` runs. The observer
 * sums up each: its lines are read where the sums differ.
 */
export async function withBoth<T>(
  sides: Sides,
  use: (from: Opened, to: Opened) => Promise<T>,
): Promise<T> {
  return withLoaded(sides, sides.from, async (from) =>
    withLoaded(sides, sides.to, async (to) =>
      use(...(await Promise.all([read(sides, 'from', from), read(sides, 'to', to)]))),
    ),
  )
}

async function withLoaded<T>(
  { ground }: Sides,
  source: LoadedSource,
  use: (scratch: LoadedScratch | undefined) => Promise<T>,
): Promise<T> {
  return source.kind === 'url' ? use(undefined) : withFileSource(ground(), source, use)
}

async function read(
  { ground, view, states, ...sources }: Sides,
  side: 'from' | 'to',
  scratch: LoadedScratch | undefined,
): Promise<Opened> {
  const source = sources[side]
  if (source.kind === 'url') {
    const known = await states[side]
    if (known === undefined) throw new Error('a database that is not being read')
    const { settings, ...state } = known
    return { state, scratch: undefined, notes: settings.map(noteSetting) }
  }
  if (scratch === undefined) throw new Error('a file without its scratch database')
  // The database may be changed by a proof: its lines are read from another one.
  const state = await readStaying(scratch, view, async (look) =>
    withFileSource(ground(), source, async ({ adminUrl }) => withDatabase(adminUrl, look)),
  )
  return { state, scratch, notes: scratch.notes }
}

function noteSetting(setting: string): string {
  return `settings of the database itself are not planned: ${setting}`
}
