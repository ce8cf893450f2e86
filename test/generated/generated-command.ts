import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { countOf } from '../../src/cli/verbs/flags.ts'
import type { FlagValues } from '../../src/cli/verb.ts'
import { processVariables } from '../../src/files/environment.ts'
import type { Talk } from '../../src/files/context.ts'
import { loadProject } from '../../src/files/project.ts'
import { withWorkbench } from '../../src/workbench/workbench.ts'
import { runCaseOn } from '../cases/run-case.ts'
import type { OpenDatabases } from '../cases/run-case.ts'
import { seedOf } from '../support/seed-flag.ts'
import { silent } from '../support/talk.ts'
import { byWorkers } from '../support/workers.ts'
import { home } from '../support/tracked-files.ts'
import { withDatabasePool } from './database-pool.ts'
import { drawPair } from './draw-pair.ts'

/** What a run came to. */
export interface GeneratedResult {
  readonly seed: number
  readonly from: number
  readonly count: number
  /** Those that are not planned and proved in both directions. */
  readonly wrong: readonly WrongPair[]
  readonly seconds: number
}

/** A pair by its number, and what was refused or does not hold. */
interface WrongPair {
  readonly number: number
  readonly complaints: readonly string[]
}

/** Draws pairs of states, plans each, runs both directions and asks both witnesses. Throws UserError for a bad flag. */
export async function generatedCommand(flags: FlagValues, talk: Talk): Promise<GeneratedResult> {
  const seed = seedOf(flags)
  const from = countOf(flags, 'from') ?? 1
  const count = countOf(flags, 'count') ?? 300
  const workers = countOf(flags, 'workers') ?? 3
  talk.note(`seed ${String(seed)}`)
  const start = performance.now()
  const context = { project: await loadProject(home), variables: processVariables(), talk: silent }
  const numbers = Array.from({ length: count }, (_, index) => from + index)
  const wrong = await withWorkbench(context, async (workbench) => {
    const found: WrongPair[] = []
    await withDatabasePool(workbench, async (withOne) =>
      byWorkers(numbers, workers, async (number) => {
        talk.step(`${String(number - from + 1)} of ${String(count)}`)
        const complaints = await tryPair(withOne, seed, number)
        if (complaints.length === 0) return
        found.push({ number, complaints })
        talk.note(`${String(number)}: ${complaints[0]?.split('\n')[0] ?? ''}`)
      }),
    )
    return found.toSorted((a, b) => a.number - b.number)
  })
  return { seed, from, count, wrong, seconds: Math.round((performance.now() - start) / 1000) }
}

async function tryPair(withOne: OpenDatabases, seed: number, number: number): Promise<string[]> {
  const { before, after } = drawPair(seed, number)
  const name = `generated/${String(seed)}-${String(number)}`
  const { refused, wrong } = await runCaseOn(
    { name, before, after, rows: '', refused: [] },
    withOne,
  ).catch((error: unknown) => ({ refused: [], wrong: [`broke down: ${String(error)}`] }))
  const complaints = [...refused.map((object) => `refused: ${object}`), ...wrong]
  if (complaints.length > 0) await keep(name, { before, after, complaints })
  return complaints
}

/** A pair that is wrong is kept as a case is. */
async function keep(
  name: string,
  pair: { readonly before: string; readonly after: string; readonly complaints: readonly string[] },
): Promise<void> {
  const folder = join(home, '.local', name)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'before.sql'), pair.before)
  await writeFile(join(folder, 'after.sql'), pair.after)
  await writeFile(join(folder, 'note.txt'), `${pair.complaints.join('\n')}\n`)
}
