import { pathToFileURL } from 'node:url'
import type { Variables } from '../files/environment.ts'
import type { Atlas } from './atlas.ts'
import { runAtlas } from './run-atlas.ts'

/** Whether Atlas accepts atlas.sum of a folder. */
export type Validation =
  | { readonly kind: 'valid' }
  | { readonly kind: 'invalid'; readonly message: string }

/** Has Atlas check atlas.sum of a folder of migrations; `folder` is an absolute path. */
export async function validateFolder(
  atlas: Atlas,
  folder: string,
  variables: Variables,
): Promise<Validation> {
  const words = ['migrate', 'validate', '--dir', pathToFileURL(folder).href]
  const run = await runAtlas(atlas, words, { variables })
  return run.kind === 'done' ? { kind: 'valid' } : { kind: 'invalid', message: run.message }
}
