import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inject } from 'vitest'
import type { Context } from '../../src/files/context.ts'
import { loadProject } from '../../src/files/project.ts'
import type { Files } from '../edits/edit.ts'
import { toolVariables } from './atlas.ts'
import { silent } from './talk.ts'

const home = join(import.meta.dirname, '../..')

/** The schema files of this project, by their paths below `schema/`. */
export async function loadSchemaTexts(): Promise<Files> {
  const folder = join(home, 'schema')
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.sql'))
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const),
    ),
  )
}

/**
 * A copy of this project with other schema files, in a temporary folder, whose environment `test` is the database of
 * `url` where one is given.
 */
export async function withEditedProject<T>(
  schema: Files,
  use: (context: Context) => Promise<T>,
  url = '',
): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'edited-'))
  try {
    await chmod(root, 0o755)
    for (const name of [
      '.squawk.toml',
      'database.json',
      'package.json',
      'environments',
      'migrations',
    ])
      await cp(join(home, name), join(root, name), { recursive: true })
    for (const name of ['platform', 'samples', 'node_modules'])
      await symlink(join(home, name), join(root, name))
    for (const [path, text] of schema) {
      await mkdir(dirname(join(root, 'schema', path)), { recursive: true })
      await writeFile(join(root, 'schema', path), text)
    }
    return await use({
      project: await loadProject(root),
      variables: {
        ...toolVariables(),
        TEST_DATABASE_URL: url,
        WORKBENCH_URL: inject('workbench').url,
      },
      talk: silent,
    })
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}
