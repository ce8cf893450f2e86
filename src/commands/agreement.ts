import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Context } from '../files/context.ts'
import { readIfThere } from '../files/read-text.ts'
import { hashParts, readTree } from '../files/read-tree.ts'

/** Whether migrations and schema files are known to agree, as they are now. */
export interface Agreement {
  readonly known: boolean
  /** Notes that they were seen to agree, unless a file was edited meanwhile: nobody compared those texts. */
  readonly remember: () => Promise<void>
}

/**
 * Looks up whether these very files were seen to agree before, by this very engine on the same server: then nobody needs
 * to look again. A server that is somebody else's may change under its address, so nothing is remembered of it.
 */
export async function findAgreement(context: Context): Promise<Agreement> {
  const { project, variables } = context
  if (variables['WORKBENCH'] !== undefined || variables['WORKBENCH_URL'] !== undefined)
    return { known: false, remember: async () => undefined }
  const hash = await hashFiles(context)
  const path = join(project.root, '.local', 'agreed')
  const known = (await readIfThere(path).catch(() => undefined))?.toString('latin1') === hash
  return {
    known,
    remember: async () => ((await hashFiles(context)) === hash ? note(path, hash) : undefined),
  }
}

/** Names all that the comparison depends on by its bytes, this engine included. */
async function hashFiles({ project, variables }: Context): Promise<string> {
  const { migrations, schema, platform } = project.folders
  const engine = join(import.meta.dirname, '..')
  const trees = await Promise.all([migrations, schema, platform, engine].map(readTree))
  const config = await readIfThere(join(project.root, 'database.json'))
  const server = variables['WORKBENCH_POSTGRES'] ?? ''
  return hashParts([server, config?.toString('latin1') ?? '', ...trees.flat()])
}

/** Where it cannot be written the next run looks again, that is all. */
async function note(path: string, hash: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
    .then(async () => writeFile(path, hash))
    .catch(() => undefined)
}
