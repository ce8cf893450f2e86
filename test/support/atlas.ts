import { join } from 'node:path'
import type { Atlas } from '../../src/atlas/atlas.ts'
import { openEngine } from '../../src/atlas/engine.ts'
import { processVariables } from '../../src/files/environment.ts'
import { silent } from './talk.ts'

/** Where builds of the engine are kept between runs. */
const cache = join(import.meta.dirname, '../../.local/atlas')

/** A build of the engine takes a minute on a machine that has never built it: give it to the hook that asks first. */
export const buildTime = 300_000

/** The engine of tools/atlas, built when it is not there yet. */
export async function openTestAtlas(): Promise<Atlas> {
  const found = await openEngine({ variables: processVariables(), cache, talk: silent })
  if (found.kind === 'found') return found.atlas
  throw new Error(`the engine ${found.why}`)
}
