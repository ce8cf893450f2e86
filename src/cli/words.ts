import { UserError } from '../errors.ts'
import type { Project } from '../files/project.ts'
import type { Word } from './verb.ts'

/** The word that names an environment; every verb that takes it means `local` when it is left out. */
export const environmentWord: Word = {
  name: 'environment',
  about: 'local (the default), test, staging or production',
}

/** An environment's name, and a word after it. */
export interface Placed {
  readonly environment: string
  readonly version: string | undefined
}

/**
 * Places up to two words: an environment, then a version. A single word is an environment when one has that
 * name, else a version of the local database. Throws UserError for a first word of two that is no environment.
 */
export function placeWords(words: readonly string[], project: Project): Placed {
  const [first, second] = words
  if (first === undefined) return { environment: 'local', version: undefined }
  const known = project.environments.some(({ name }) => name === first)
  if (known) return { environment: first, version: second }
  if (second === undefined && /^(\d+|none)$/.test(first))
    return { environment: 'local', version: first }
  const names = project.environments.map(({ name }) => name).join(', ')
  throw new UserError(`${first}: neither an environment (${names}) nor a version such as 003.`)
}
