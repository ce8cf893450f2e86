import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { countOf } from '../../src/cli/verbs/flags.ts'
import type { FlagValues } from '../../src/cli/verb.ts'
import { UserError } from '../../src/errors.ts'
import { processVariables } from '../../src/files/environment.ts'
import { seedOf } from '../support/seed-flag.ts'
import { home } from '../support/tracked-files.ts'
import { loadResults } from './results/keep.ts'
import { renderPage } from './results/page.ts'
import { runFaults } from './run-faults.ts'
import type { FaultsRequest, FaultsResult, Listener } from './run-faults.ts'

/** Runs the cases that the flags ask for, and writes the page where they say so. Throws UserError for a bad flag. */
export async function faultsCommand(flags: FlagValues, listener: Listener): Promise<FaultsResult> {
  const request = await requestOf(flags)
  listener.talk.note(`seed ${String(request.seed)}`)
  const result = await runFaults(request, listener)
  if (flags['page'] === true) await writePage(request.seed)
  if (isContinuous()) refuseSkipped(result)
  return result
}

async function requestOf(flags: FlagValues): Promise<FaultsRequest> {
  const { only, page, missing } = flags
  const seed = seedOf(flags)
  const known = missing === true ? await loadResults(seed) : []
  return {
    seed,
    done: new Set(known.filter(({ struck }) => struck !== null).map(({ number }) => number)),
    from: countOf(flags, 'from') ?? 1,
    count: countOf(flags, 'count') ?? (page === true ? 0 : 120),
    workers: countOf(flags, 'workers') ?? 1,
    only: typeof only === 'string' ? only : undefined,
  }
}

async function writePage(seed: number): Promise<void> {
  await writeFile(join(home, 'docs/faults.md'), renderPage(seed, await loadResults(seed)))
}

function isContinuous(): boolean {
  return (processVariables()['CI'] ?? '') !== ''
}

/** Throws UserError when something could not be run, which CI does not take. */
function refuseSkipped({ skipped }: FaultsResult): void {
  if (skipped.length > 0) throw new UserError(`test:faults: not run:\n${skipped.join('\n')}`)
}
