import { UserError } from '../errors.ts'
import { parseAcceptances } from '../plan/hazards/gate.ts'
import type { Accepted } from '../plan/hazards/gate.ts'
import type { LoadedSource } from '../workbench/scratch/loaded-source.ts'

/**
 * The hazards that the source of the later state accepts, by lines `-- hazard-accepted NAME: reason`. The lines are
 * in a file, or in migrations that the earlier state's folder lacks. Throws UserError with file and line for a line
 * that names no hazard, or gives no reason.
 */
export function acceptedBetween(from: LoadedSource, to: LoadedSource): readonly Accepted[] {
  if (to.kind === 'file') return acceptedIn(to.file.text, to.file.path)
  if (to.kind !== 'migrations') return []
  const before = from.kind === 'migrations' ? from.folder.migrations : []
  const known = new Set(before.map(({ file }) => file))
  return to.folder.migrations
    .filter(({ file }) => !known.has(file))
    .flatMap(({ text, path }) => acceptedIn(text, path))
}

/** What the lines of a file accept. Throws UserError with file and line for one that cannot be read. */
export function acceptedIn(text: string, path: string): readonly Accepted[] {
  const { accepted, problems } = parseAcceptances(text)
  const [problem] = problems
  if (problem !== undefined) throw new UserError(`${path}:${problem}`)
  return accepted
}
