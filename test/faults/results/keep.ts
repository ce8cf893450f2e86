import { appendFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { loadIfThere } from '../../../src/files/read-text.ts'
import { home } from '../../support/tracked-files.ts'
import type { Result } from './result.ts'

/** Where the results of a seed are kept, a line each. */
function resultsPath(seed: number): string {
  return join(home, '.local', 'faults', `seed-${String(seed)}.jsonl`)
}

/** Adds a result to those of its seed. */
export async function keepResult(result: Result): Promise<void> {
  const path = resultsPath(result.seed)
  await mkdir(dirname(path), { recursive: true })
  await appendFile(path, `${JSON.stringify(result)}\n`)
}

/** The newest result of each case of a seed, by number. */
export async function loadResults(seed: number): Promise<readonly Result[]> {
  const text = (await loadIfThere(resultsPath(seed)))?.toString('utf8') ?? ''
  const lines = text.split('\n').filter((line) => line !== '')
  const results = new Map<number, Result>()
  for (const line of lines) {
    const result: Result = JSON.parse(line)
    results.set(result.number, result)
  }
  return [...results.values()].toSorted((a, b) => a.number - b.number)
}
