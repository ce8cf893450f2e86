import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BenchPeersResult, ToolTime } from '../../src/commands/peers/bench-peers.ts'
import { measureRun } from '../../src/commands/peers/measured-run.ts'
import { peerPairs } from '../../src/commands/peers/peer-states.ts'
import { renderPeersPage } from '../../src/report/bench-peers.ts'
import { renderPeersChart } from '../../src/report/peers-chart.ts'
import { home } from '../support/tracked-files.ts'

const time = (milliseconds: number | null): ToolTime => ({ milliseconds, memory: 80 * 1024 ** 2 })

const tools = [
  { name: 'ours', proves: false },
  { name: 'ours, proved', proves: true },
  { name: 'ours, proved on a whole copy', proves: true },
  { name: 'pg-delta 1.0.0-alpha.34', proves: false },
  { name: 'pg-schema-diff 1.0.5', proves: false },
  { name: 'pg-schema-diff 1.0.5, validated', proves: true },
]

const sample: BenchPeersResult = {
  serverVersion: 170_010,
  node: 'v26.10.0',
  processor: 'a processor',
  cores: 2,
  memory: 24 * 1024 ** 3,
  rounds: 3,
  limit: 30_000,
  tools,
  pairs: peerPairs.map((pair) => ({
    ...pair,
    times: [time(300), time(800), time(700), time(500), time(400), time(null)],
  })),
  missing: [],
}

const goals = [
  { name: '`plan` of a table, warm', goal: 1200, median: 1300 },
  { name: '`plan` with nothing to plan', goal: 350, median: 300 },
]

describe('docs/benchmarks.md', () => {
  it('has the form in which the benchmark writes it now', async () => {
    const page = await readFile(join(home, 'docs', 'benchmarks.md'), 'utf8')
    expect(formOf(page)).toEqual(formOf(renderPeersPage(sample, goals)))
  })

  it('says of each goal whether it holds', () => {
    const page = renderPeersPage(sample, goals)
    expect(page).toContain(
      "10 tables, a column added: time, of pg-delta's, at most 0.7 × | 0.60 × | yes |",
    )
    expect(page).toContain('`plan` of a table, warm, at most 1.20 s | 1.30 s | no |')
    expect(page).toContain('| over 30.00 s, 80 MB |')
  })

  it('names a peer that could not be installed', () => {
    const page = renderPeersPage({ ...sample, missing: ['pg-delta: no network'] }, goals)
    expect(page).toContain('- pg-delta: no network')
  })

  it('has a chart with a line for each tool that ended', () => {
    const lines = renderPeersChart(sample).match(/<polyline/g) ?? []
    expect(lines).toHaveLength(5)
  })
})

describe('a measured run', () => {
  it('takes its time and memory, and keeps what it said', async () => {
    const script = 'console.log(Buffer.alloc(64e6, 1).length); setTimeout(() => {}, 100)'
    const run = await measureRun(
      { file: process.execPath, args: ['-e', script], variables: {} },
      60_000,
    )
    expect(run.stdout).toBe('64000000\n')
    expect(run.milliseconds).toBeGreaterThan(100)
    expect(run.memory).toBeGreaterThan(64e6)
  })

  it('has no time where it was ended at the limit', async () => {
    const call = {
      file: process.execPath,
      args: ['-e', 'setInterval(() => {}, 1000)'],
      variables: {},
    }
    const { milliseconds } = await measureRun(call, 300)
    expect(milliseconds).toBeNull()
  })

  it('cannot be started where there is no such program', async () => {
    const call = { file: '/no/such/program', args: [], variables: {} }
    await expect(measureRun(call, 1000)).rejects.toThrow('ENOENT')
  })
})

/** A page without its figures and what they decide. */
function formOf(page: string): string[] {
  const measured = page.indexOf('PostgreSQL ')
  return page
    .split('\n')
    .filter((line) => !line.startsWith('PostgreSQL '))
    .map((line) =>
      line
        .replace(/(?:not run|(?:over )?\d+\.\d+ s(?:, \d+ MB| more)?)(?= \|)/g, 'TIME')
        .replace(/[\d.]+ ×(?= \|)/g, 'RATIO')
        .replace(/(?:yes|no) \|$/, 'VERDICT |'),
    )
    .concat(measured === -1 ? [] : ['machine'])
}
