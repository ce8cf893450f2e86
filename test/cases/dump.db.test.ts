import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { withTestWorkbench } from '../support/database.ts'
import { sample } from '../support/sample.ts'
import { loadCases, seeCase } from './run-case.ts'

const run = promisify(execFile)
const tool = 'pg_dump'
const cases = sample(
  (await loadCases(import.meta.dirname)).filter(({ refused }) => refused.length === 0),
  { usual: 0, others: 50 },
)
const server = Number(process.env['WORKBENCH_POSTGRES'] ?? '17')
const dumper = dumpVersion()

// pg_dump reads no server that is newer than itself.
describe.skipIf(dumper < server)(
  `pg_dump ${String(dumper)} prints the same of what a plan made and of what was wanted`,
  () => {
    test.concurrent.each(cases)('$name', async (given) => {
      await withTestWorkbench(async (workbench) => {
        const [reached, wanted] = (await seeCase(workbench, given, dump)) ?? []
        expect(reached).toEqual(wanted)
      })
    })
  },
)

/** The lines that pg_dump prints, sorted: what is alike comes in the order of numbers. */
async function dump({ adminUrl }: { readonly adminUrl: string }): Promise<string[]> {
  const { stdout } = await run(tool, ['--schema-only', adminUrl])
  return stdout
    .split('\n')
    .filter((line) => !/^\\(?:un)?restrict /.test(line))
    .map(normalise)
    .toSorted()
}

/** The last of a list has no comma behind it, and options stand in the order in which they were set. */
function normalise(line: string): string {
  return line
    .replace(/,$/, '')
    .replace(/ WITH \((?<list>[^)]*)\)/, (_all, list: string) => list.split(', ').toSorted().join())
}

/** The major version; 0 when there is no pg_dump. */
function dumpVersion(): number {
  const { stdout } = spawnSync(tool, ['--version'], { encoding: 'utf8' })
  return Number(/ (?<major>\d+)\./.exec(stdout ?? '')?.groups?.['major'] ?? 0)
}
