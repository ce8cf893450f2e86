import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { UserError } from '../errors.ts'
import type { Context } from '../files/context.ts'
import { runMeasured } from './measured-run.ts'
import type { MeasuredRun } from './measured-run.ts'
import { sendText, withDatabase } from '../postgres/connect.ts'
import { withPlainScratch } from '../workbench/scratch/scratch.ts'
import { withPlainWorkbench } from '../workbench/workbench.ts'
import type { Workbench } from '../workbench/server/server.ts'

const run = promisify(execFile)

/** How long tools take for the plan between two databases of one server. */
export interface BenchPeersResult {
  readonly machine: { readonly cores: number; readonly gigabytes: number; readonly node: string }
  /** PostgreSQL's `server_version_num`. */
  readonly serverVersion: number
  readonly rounds: number
  /** After how many seconds a run is ended. */
  readonly limit: number
  readonly tools: readonly Tool[]
  readonly tasks: readonly PeerTask[]
}

/** What was asked, and what came of it, by the names of the tools. */
export interface PeerTask {
  readonly tables: number
  readonly change: 'one column' | 'none'
  readonly runs: Readonly<Record<string, readonly MeasuredRun[]>>
}

/** A tool and its version. */
export interface Tool {
  readonly name: string
  readonly version: string
}

/** How much is measured. */
export interface PeerSizes {
  readonly tables: readonly number[]
  readonly rounds: number
  /** In seconds. */
  readonly limit: number
}

/** What docs/benchmarks.md has. */
export const wholePeers: PeerSizes = { tables: [10, 100, 1000], rounds: 3, limit: 120 }

/** A tool that can be run. */
interface Program extends Tool {
  readonly command: string
  readonly words: (from: string, to: string) => readonly string[]
}

/**
 * Times the plan of one column that is added to one of so many tables, and of no change, by this project with and without
 * its proof and by two other tools: each in turn, each a process of its own. Installs the others into tools/peers; throws
 * UserError where that fails.
 */
export async function benchPeersCommand(
  context: Context,
  { tables, rounds, limit }: PeerSizes,
): Promise<BenchPeersResult> {
  const programs = [...ownPrograms(), ...(await installPeers(context))]
  return withPlainWorkbench(context, undefined, async (workbench) => {
    const tasks: PeerTask[] = []
    for (const count of tables)
      for (const change of ['one column', 'none'] as const) {
        context.talk.step(`${String(count)} tables, ${change === 'none' ? 'no change' : change}`)
        const asked = { tables: count, change }
        tasks.push({
          ...asked,
          runs: await timeTask(workbench, asked, { programs, rounds, limit }),
        })
      }
    return {
      machine: {
        cores: cpus().length,
        gigabytes: Math.round(totalmem() / 2 ** 30),
        node: process.version,
      },
      serverVersion: workbench.serverVersion,
      rounds,
      limit,
      tools: programs.map(({ name, version }) => ({ name, version })),
      tasks,
    }
  })
}

function ownPrograms(): Program[] {
  const words = ['--import', './src/cli/quick-start.ts', 'scripts/diff.ts']
  const between = (from: string, to: string): string[] => [...words, '--from', from, '--to', to]
  const version = 'this version'
  return [
    {
      name: 'this project, no proof',
      version,
      command: process.execPath,
      words: (from, to) => [...between(from, to), '--no-proof'],
    },
    { name: 'this project, proved', version, command: process.execPath, words: between },
  ]
}

/** The other tools, of the versions that the lock files in tools/peers have. */
async function installPeers({ project, talk }: Context): Promise<Program[]> {
  const folder = join(project.root, 'tools/peers')
  const delta = join(folder, 'node_modules/.bin/pgdelta')
  const stripe = join(folder, 'node_modules/pg-schema-diff')
  talk.step('installing the other tools')
  try {
    if (!existsSync(delta)) await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder })
    const module = 'github.com/stripe/pg-schema-diff/cmd/pg-schema-diff'
    if (!existsSync(stripe)) await run('go', ['build', '-o', stripe, module], { cwd: folder })
  } catch (error) {
    throw new UserError(
      'bench:peers: the other tools cannot be installed: npm and go need the network for that, once.',
      { cause: error },
    )
  }
  const listed = { npm: ['ls', '--json'], go: ['list', '-m', 'github.com/stripe/pg-schema-diff'] }
  const said = async (command: 'npm' | 'go'): Promise<string> =>
    (await run(command, listed[command], { cwd: folder })).stdout
  return [
    {
      name: 'pg-delta',
      version: /"version": "([^"]+)"/.exec(await said('npm'))?.[1] ?? 'unknown',
      command: delta,
      words: (from, to) => ['plan', '--source', from, '--desired', to],
    },
    {
      name: 'pg-schema-diff',
      version: / v(.+)/.exec(await said('go'))?.[1] ?? 'unknown',
      command: stripe,
      words: (from, to) => ['plan', '--from-dsn', from, '--to-dsn', to],
    },
  ]
}

interface Way extends Pick<PeerSizes, 'rounds' | 'limit'> {
  readonly programs: readonly Program[]
}

async function timeTask(
  workbench: Workbench,
  { tables, change }: Omit<PeerTask, 'runs'>,
  { programs, rounds, limit }: Way,
): Promise<PeerTask['runs']> {
  return withTables(workbench, schemaOf(tables), async (from) =>
    withTables(workbench, `${schemaOf(tables)}${change === 'none' ? '' : added}`, async (to) => {
      const runs = new Map(programs.map(({ name }) => [name, [] as MeasuredRun[]]))
      for (let round = 0; round < rounds; round += 1)
        for (const { name, command, words } of programs) {
          const earlier = runs.get(name) ?? []
          // What did not end in time once does not end in time again.
          if (earlier.some(({ ended }) => !ended)) continue
          earlier.push(
            await runMeasured(command, words(from, to), {
              cwd: workbench.project.root,
              limit: limit * 1000,
            }),
          )
        }
      return Object.fromEntries(runs)
    }),
  )
}

async function withTables<T>(
  workbench: Workbench,
  text: string,
  use: (url: string) => Promise<T>,
): Promise<T> {
  return withPlainScratch(workbench, async ({ url }) => {
    await withDatabase(url, async (db) => sendText(db, text))
    return use(url)
  })
}

/** Tables with keys, an index, a default and a foreign key to the table before. */
function schemaOf(tables: number): string {
  return Array.from({ length: tables }, (_, index) => {
    const at = String(index + 1)
    const before = String(Math.max(index, 1))
    return `
      create table public.t${at} (
        id bigint generated always as identity primary key,
        name text not null,
        amount numeric(12, 2) not null default 0 check (amount >= 0),
        before bigint references public.t${before} (id),
        created_at timestamptz not null default now()
      );
      create index t${at}_name on public.t${at} (name);`
  }).join('\n')
}

const added = 'alter table public.t1 add column note text;'
