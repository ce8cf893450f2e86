import { basename } from 'node:path'
import { UserError } from '../errors.ts'
import { parseAcceptances } from '../plan/hazards/gate.ts'
import type { Accepted } from '../plan/hazards/gate.ts'
import type { LoadedSource } from '../workbench/sources/loaded-source.ts'

/**
 * The hazards that the source of the later state accepts, by lines `-- hazard-accepted NAME: reason`. The lines are
 * in a file, or in migrations that the earlier state's folder lacks. Throws UserError with file and line for a line
 * that names no hazard, or gives no reason.
 */
export function acceptedBetween(from: LoadedSource, to: LoadedSource): readonly Accepted[] {
  const known = new Set(migrationsOf(from).map(({ path }) => basename(path)))
  const files =
    to.kind === 'file'
      ? [to.file]
      : migrationsOf(to).filter(({ path }) => !known.has(basename(path)))
  return files.flatMap(({ text, path }) => acceptedIn(text, path))
}

function migrationsOf(
  source: LoadedSource,
): readonly { readonly text: string; readonly path: string }[] {
  if (source.kind === 'migrations') return source.folder.migrations
  return source.kind === 'scripts' && source.sort === 'migrations' ? source.files : []
}

/** What the lines of a file accept. Throws UserError with file and line for one that cannot be read. */
export function acceptedIn(text: string, path: string): readonly Accepted[] {
  const { accepted, problems } = parseAcceptances(text)
  const [problem] = problems
  if (problem !== undefined) throw new UserError(`${path}:${problem}`)
  return accepted
}
