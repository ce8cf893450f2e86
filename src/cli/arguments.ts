import { UserError } from '../errors.ts'
import type { Project } from '../files/project.ts'
import type { Word } from './verb.ts'

/** The argument that names an environment. It is `local` by default for every verb that takes it. */
export const environmentWord: Word = {
  name: 'environment',
  about: 'local (the default), test, staging or production',
}

/** An environment's name, and an argument after it. */
export interface Placed {
  readonly environment: string
  readonly version: string | undefined
}

/**
 * Reads up to two arguments: an environment, then a version. A single argument is an environment when one has that
 * name, else a version of the local database. Throws UserError when the first of two is not an environment.
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
