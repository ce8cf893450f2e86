import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { standIn } from '../../src/model/secret-option.ts'
import { sendText, withDatabase } from '../../src/postgres/connect.ts'
import { withScratch } from '../../src/workbench/scratch/scratch.ts'
import type { Scratch } from '../../src/workbench/scratch/scratch.ts'
import type { Workbench } from '../../src/workbench/server/server.ts'
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
        if (linesOf(reached).join() === linesOf(wanted).join()) return
        // Two spellings of one expression are equal once they were printed, loaded and printed again.
        const again = await Promise.all(
          [reached, wanted].map(async (text) => dumpAgain(workbench, text)),
        )
        expect(linesOf(again[0])).toEqual(linesOf(again[1]))
      })
    })
  },
)

/** What pg_dump prints of a database. */
async function dump({ adminUrl }: Pick<Scratch, 'adminUrl'>): Promise<string> {
  const { stdout } = await run(tool, ['--schema-only', adminUrl])
  return stdout.replaceAll(/^\\(?:un)?restrict .*$/gm, '')
}

/** What pg_dump prints of a database into which a dump was loaded. */
async function dumpAgain(workbench: Workbench, text = ''): Promise<string> {
  return withScratch(workbench, { kind: 'empty' }, async (scratch) => {
    await withDatabase(scratch.adminUrl, async (admin) => sendText(admin, text))
    return dump(scratch)
  })
}

/** The lines of a dump, sorted: what is alike comes in the order of numbers. */
function linesOf(text = ''): string[] {
  return text.split('\n').map(normalise).toSorted()
}

/**
 * The last of a list has no comma behind it, options and publications stand in the order in which they were set, and no
 * plan has secrets.
 */
function normalise(line: string): string {
  return (
    line
      .replace(/,$/, '')
      .replace(
        /^(?<head>CREATE SUBSCRIPTION .*? CONNECTION )'.*' PUBLICATION (?<list>.*?)(?= WITH )/,
        (_all, head: string, list: string) => `${head}${list.split(', ').toSorted().join()}`,
      )
      // by which slot it reads is for its operator to say
      .replace(/(?<=^CREATE SUBSCRIPTION .*)slot_name = (?:NONE|'[^']*')/, 'slot_name')
      .replace(/'[^']*opensesame[^']*'/, `'${standIn}'`)
      .replace(/ WITH \((?<list>[^)]*)\)/, (_all, list: string) =>
        list.split(', ').toSorted().join(),
      )
      .replace(/^ {4}(?<list>\w+ = '.*') \);$/, (_all, list: string) =>
        list.split(', ').toSorted().join(),
      )
  )
}

/** The major version; 0 when there is no pg_dump. */
function dumpVersion(): number {
  const { stdout } = spawnSync(tool, ['--version'], { encoding: 'utf8' })
  return Number(/ (?<major>\d+)\./.exec(stdout ?? '')?.groups?.['major'] ?? 0)
}
