import type { Atlas } from '../../src/atlas/atlas.ts'
import { builds, openEngine } from '../../src/atlas/engine.ts'
import { processVariables } from '../../src/files/environment.ts'
import type { Variables } from '../../src/files/environment.ts'
import { silent } from './talk.ts'

/** A build of the engine takes a minute on a machine that has never built it: give it to the hook that asks first. */
export const buildTime = 300_000

/** The variables by which a program finds Go, and what Go needs. */
export function toolVariables(): Variables {
  const { PATH, HOME } = processVariables()
  return { PATH, HOME }
}

/** The engine of tools/atlas, built when it is not there yet. */
export async function openTestAtlas(): Promise<Atlas> {
  const found = await openEngine({ variables: processVariables(), cache: builds, talk: silent })
  if (found.kind === 'found') return found.atlas
  throw new Error(`the engine ${found.why}`)
}
