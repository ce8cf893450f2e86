import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Variables } from '../files/environment.ts'
import type { Project } from '../files/project.ts'
import { loadIfThere } from '../files/read-text.ts'
import { hashParts, listTree, loadTree } from '../files/read-tree.ts'
import type { ProjectFiles } from './project-states.ts'

/** Whether migrations and schema files are known to agree, as they are now. */
export interface Agreement {
  readonly known: boolean
  /** Notes that the texts that were loaded were seen to agree, unless the platform or the engine changed meanwhile. */
  readonly remember: () => Promise<void>
}

/**
 * Looks up whether these very files were seen to agree before, by this very engine on the same server: then nobody needs
 * to look again. A server that is somebody else's may change under its address, so nothing is remembered of it.
 */
export async function checkAgreement(
  project: Project,
  variables: Variables,
  files: ProjectFiles,
): Promise<Agreement> {
  if (variables['WORKBENCH'] !== undefined || variables['WORKBENCH_URL'] !== undefined)
    return { known: false, remember: async () => undefined }
  const hashNow = async (): Promise<string> =>
    hashAll(project, variables['WORKBENCH_POSTGRES'] ?? '', files)
  const hash = await hashNow()
  const path = join(project.root, '.local', 'agreed')
  const known = (await loadIfThere(path).catch(() => undefined))?.toString('latin1') === hash
  return {
    known,
    remember: async () => ((await hashNow()) === hash ? note(path, hash) : undefined),
  }
}

/** Names all that the comparison depends on by its bytes, this engine included. */
async function hashAll(
  { root, folders }: Project,
  server: string,
  { folder, schema }: ProjectFiles,
): Promise<string> {
  const engine = join(import.meta.dirname, '..')
  const trees = await Promise.all(
    [folders.platform, folders.rows, engine].map(async (path) =>
      listTree(path, (await loadTree(path)) ?? []),
    ),
  )
  const migrations = folder.migrations.flatMap(({ file, text }) => [file, text])
  const config = await loadIfThere(join(root, 'database.json'))
  return hashParts([
    server,
    config?.toString('latin1') ?? '',
    schema.hash,
    hashParts(migrations),
    ...trees.flat(),
  ])
}

/** Where it cannot be written the next run looks again, that is all. */
async function note(path: string, hash: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
    .then(async () => writeFile(path, hash))
    .catch(() => undefined)
}
