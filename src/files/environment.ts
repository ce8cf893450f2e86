import { parseEnv } from 'node:util'
import { join } from 'node:path'
import { decodeText, loadIfThere } from './read-text.ts'

/** Variables by name: the process's own, completed from `.env.<environment>`. */
export type Variables = Readonly<Record<string, string | undefined>>

/** The process's environment; nothing else of the library reads it. */
export function processVariables(): Variables {
  return process.env
}

/** The given variables, completed from the file `.env.<environment>` of the project where there is one. */
export async function loadVariables(
  variables: Variables,
  { root, environment }: { readonly root: string; readonly environment: string },
): Promise<Variables> {
  const path = join(root, `.env.${environment}`)
  const bytes = await loadIfThere(path)
  const fromFile = bytes === undefined ? {} : parseEnv(decodeText(bytes, path))
  return { ...fromFile, ...variables }
}
