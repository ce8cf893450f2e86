import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FlagValues } from '../../src/cli/verb.ts'
import type { Talk } from '../../src/files/context.ts'
import { loadIfThere } from '../../src/files/read-text.ts'
import { home } from '../support/tracked-files.ts'
import { withTable } from './render-real.ts'
import { runReal } from './run-real.ts'
import type { RealResult } from './run-real.ts'

/** Runs the projects that the flags ask for, and writes all results that are kept into the page where they say so. */
export async function realCommand(flags: FlagValues, talk: Talk): Promise<readonly RealResult[]> {
  const { only, page } = flags
  const results = await runReal(typeof only === 'string' ? only : undefined, talk)
  const kept = await keep(results)
  if (page === true) {
    const path = join(home, 'docs/planning.md')
    await writeFile(path, withTable(await readFile(path, 'utf8'), kept))
  }
  return results
}

const resultsPath = join(home, '.local/real/results.json')

/** The newest results of every project: those of a project that ran replace all of its old ones. */
async function keep(results: readonly RealResult[]): Promise<readonly RealResult[]> {
  const bytes = await loadIfThere(resultsPath)
  const before: RealResult[] = bytes === undefined ? [] : JSON.parse(bytes.toString('utf8'))
  const ran = new Set(results.map(({ project }) => project))
  const all = [...before.filter(({ project }) => !ran.has(project)), ...results]
  await mkdir(dirname(resultsPath), { recursive: true })
  await writeFile(resultsPath, `${JSON.stringify(all, undefined, 2)}\n`)
  return all
}
