import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Variables } from '../files/environment.ts'
import type { Project } from '../files/project.ts'
import { loadIfThere } from '../files/read-text.ts'
import { engineAtStart, hashParts, listTree, loadTree, stampEngine } from '../files/read-tree.ts'
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
  const server = variables['WORKBENCH_POSTGRES'] ?? ''
  const hash = await hashAll(project, files, [server, engineAtStart()])
  const path = join(project.root, '.local', 'agreed')
  const known = (await loadIfThere(path).catch(() => undefined))?.toString('latin1') === hash
  return {
    known,
    remember: async () => {
      const now = await hashAll(project, files, [server, stampEngine()])
      if (now === hash) await note(path, hash)
    },
  }
}

/** Names all that the comparison depends on by its bytes; `others` name the rest. */
async function hashAll(
  { root, folders }: Project,
  { folder, schema }: ProjectFiles,
  others: readonly string[],
): Promise<string> {
  const trees = await Promise.all(
    [folders.platform, folders.rows].map(async (path) =>
      listTree(path, (await loadTree(path)) ?? []),
    ),
  )
  const migrations = folder.migrations.flatMap(({ file, text }) => [file, text])
  const config = await loadIfThere(join(root, 'database.json'))
  return hashParts([
    ...others,
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
