import { join } from 'node:path'
import { UserError } from '../errors.ts'
import { listFolder } from '../files/list-folder.ts'
import { decodeText, readIfThere } from '../files/read-text.ts'
import type { Source } from '../files/source.ts'
import { readAcceptances } from '../plan/hazards/gate.ts'
import type { Accepted } from '../plan/hazards/gate.ts'

/**
 * The hazards that the source of the later state accepts, by lines `-- hazard-accepted NAME: reason`: those of a file, or
 * of the migrations that the folder of the earlier state has not. Throws UserError with file and line for a line that
 * names no hazard, or gives no reason.
 */
export async function loadAccepted(from: Source, to: Source): Promise<readonly Accepted[]> {
  if (to.kind === 'file') return loadFile(to.path)
  if (to.kind !== 'migrations') return []
  const known = from.kind === 'migrations' ? await namesIn(from.folder) : []
  const fresh = (await namesIn(to.folder)).filter((name) => !known.includes(name))
  return (await Promise.all(fresh.map(async (name) => loadFile(join(to.folder, name))))).flat()
}

async function namesIn(folder: string): Promise<string[]> {
  const entries = (await listFolder(folder)) ?? []
  return entries.map(({ name }) => name).filter((name) => name.endsWith('.sql'))
}

async function loadFile(path: string): Promise<readonly Accepted[]> {
  const bytes = await readIfThere(path)
  return acceptedIn(decodeText(bytes ?? Buffer.from(''), path), path)
}

/** What the lines of a file accept. Throws UserError with file and line for one that cannot be read. */
export function acceptedIn(text: string, path: string): readonly Accepted[] {
  const { accepted, problems } = readAcceptances(text)
  const [problem] = problems
  if (problem !== undefined) throw new UserError(`${path}:${problem}`)
  return accepted
}
