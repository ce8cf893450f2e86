import { resolve } from 'node:path'
import { UserError } from '../errors.ts'
import { askVersion } from './ask-version.ts'
import { oldestAtlas } from './atlas.ts'
import type { Atlas } from './atlas.ts'
import { openEngine } from './engine.ts'
import type { EnginePlaces } from './engine.ts'

/**
 * Finds Atlas: the one that ATLAS_BINARY names; the engine of tools/atlas, built by Go when it is not yet; `atlas`
 * on PATH. The default is the same engine for everybody. Throws UserError with each of the three and why it was not
 * usable.
 */
export async function locateAtlas(places: EnginePlaces): Promise<Atlas> {
  const { variables } = places
  const { ATLAS_BINARY: named = '' } = variables
  if (named !== '') return openNamed(named, places)
  const engine = await openEngine(places)
  if (engine.kind === 'found') return engine.atlas
  const onPath = await askVersion('atlas', variables)
  if (onPath.kind === 'found') return onPath.atlas
  throw new UserError(
    [
      'Planning tables needs Atlas, and none was found:',
      '  ATLAS_BINARY names none',
      `  the engine in tools/atlas ${engine.why}`,
      `  atlas on PATH ${onPath.why}`,
      waysOut,
    ].join('\n'),
  )
}

/** Somebody who names one wants no other. */
async function openNamed(named: string, { variables }: EnginePlaces): Promise<Atlas> {
  const path = named.includes('/') || named.includes('\\') ? resolve(named) : named
  const found = await askVersion(path, variables)
  if (found.kind === 'found') return found.atlas
  throw new UserError(
    `ATLAS_BINARY: ${path} ${found.why}. Name Atlas ${oldestAtlas} or newer there, or unset it.`,
  )
}

const waysOut = [
  'Do one of these:',
  '  install Go (https://go.dev/dl): the engine is then built once, and needs the network only for that',
  `  install Atlas ${oldestAtlas} or newer (https://atlasgo.io/getting-started), on PATH or named by ATLAS_BINARY`,
  'Everything except planning works without it.',
].join('\n')
