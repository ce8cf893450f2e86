import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { loadSchemaFiles } from '../../src/files/schema/schema-files.ts'
import type { SchemaStatement } from '../../src/files/schema/schema-files.ts'

/** Writes files, given by their paths, into a temporary folder, hands it to `use`, and removes it. */
export async function withFiles<T>(
  files: Readonly<Record<string, string | Buffer>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'files-'))
  try {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), content)
    }
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What an action throws, as text with the folder's path left out; fails when it throws nothing. */
export async function messageOfFailure(
  folder: string,
  action: () => Promise<unknown>,
): Promise<string> {
  try {
    await action()
  } catch (error) {
    return error instanceof Error ? error.message.replaceAll(`${folder}/`, '') : String(error)
  }
  throw new Error('nothing was refused')
}

/** The statements of a folder of schema files. */
export async function loadStatements(folder: string): Promise<readonly SchemaStatement[]> {
  return (await loadSchemaFiles(folder)).statements()
}
