import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Context } from '../files/context.ts'
import { loadMigrations } from '../files/migrations.ts'
import { measure } from '../model/timing.ts'
import { withManyDatabases } from '../workbench/scratch/many-databases.ts'
import { workbenchOf } from '../workbench/workbench.ts'
import type { Workbench } from '../workbench/server/server.ts'

const run = promisify(execFile)

/** How long a fleet takes compared with plain loops. */
export interface BenchFleetResult {
  readonly databases: number
  readonly migrations: number
  /** PostgreSQL's `server_version_num`. */
  readonly serverVersion: number
  readonly node: string
  readonly psql: string
  readonly cores: number
  readonly rows: readonly FleetTiming[]
}

/** One way, and how long it took, in milliseconds. */
export interface FleetTiming {
  readonly way: string
  /** How many databases were done; a loop that takes long is measured on a few. */
  readonly databases: number
  readonly milliseconds: number
  /** The same a second time, with nothing left to do; null where that cannot be. */
  readonly again: number | null
}

/** How much is measured. */
interface Sizes {
  readonly databases: number
  /** For the loop that starts a verb for each database. */
  readonly few: number
}

/** The sizes that docs/fleet.md has. */
export const wholeFleet: Sizes = { databases: 200, few: 10 }

/** Times all migrations on many new databases of the workbench, by a fleet and by loops in a shell. */
export async function benchFleetCommand(context: Context, sizes: Sizes): Promise<BenchFleetResult> {
  const { migrations } = await loadMigrations(context.project.folders.migrations)
  const files = migrations.map(({ path }) => path)
  const folder = await mkdtemp(join(tmpdir(), 'fleet-'))
  try {
    return await workbenchOf(context)(async (workbench) => {
      const bench = { context, folder, workbench, files, sizes }
      const rows: FleetTiming[] = [await timePsql(bench), await timeVerbs(bench)]
      for (const parallel of [1, 4]) rows.push(await timeFleet(bench, parallel))
      return {
        databases: sizes.databases,
        migrations: files.length,
        serverVersion: workbench.serverVersion,
        node: process.version,
        psql: (await run('psql', ['--version'])).stdout.trim(),
        cores: cpus().length,
        rows,
      }
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

interface Bench {
  readonly context: Context
  readonly folder: string
  readonly workbench: Workbench
  readonly files: readonly string[]
  readonly sizes: Sizes
}

async function timePsql({ context, workbench, files, sizes }: Bench): Promise<FleetTiming> {
  context.talk.step('a loop of psql')
  const many = sizes.databases
  const milliseconds = await withManyDatabases(workbench, many, async (names) =>
    measure(async () => {
      for (const name of names) await psql(workbench.userUrl(name), files)
    }),
  )
  return { way: 'a loop of psql, without a history', databases: many, milliseconds, again: null }
}

async function psql(url: string, files: readonly string[]): Promise<void> {
  const settings = ['--no-psqlrc', '--quiet', '--single-transaction', '-v', 'ON_ERROR_STOP=1']
  await run('psql', [...settings, ...files.flatMap((file) => ['-f', file]), url])
}

async function timeVerbs({ context, workbench, sizes }: Bench): Promise<FleetTiming> {
  context.talk.step('a loop of npm run apply')
  const { databases, milliseconds, again } = await withManyDatabases(
    workbench,
    sizes.few,
    async (names) => {
      const loop = async (): Promise<void> => {
        for (const name of names)
          await verb(context, ['apply', 'test'], { TEST_DATABASE_URL: workbench.userUrl(name) })
      }
      return {
        databases: names.length,
        milliseconds: await measure(loop),
        again: await measure(loop),
      }
    },
  )
  return { way: 'a loop of `npm run apply test`', databases, milliseconds, again }
}

async function timeFleet(
  { context, folder, workbench, sizes }: Bench,
  parallel: number,
): Promise<FleetTiming> {
  context.talk.step(`a fleet, ${String(parallel)} at once`)
  return withManyDatabases(workbench, sizes.databases, async (names) => {
    const file = join(folder, 'bench.sql')
    const list = names.map((name) => `('${name}')`).join(', ')
    await writeFile(
      file,
      `-- query in BENCH_URL\nselect name from (values ${list}) as many (name);\n`,
    )
    const words = ['apply', '--', '--fleet', file, '--yes', 'bench', '--parallel', String(parallel)]
    const apply = async (): Promise<void> =>
      verb(context, words, { BENCH_URL: workbench.userUrl(names[0] ?? '') })
    const milliseconds = await measure(apply)
    const way = `\`npm run apply -- --fleet FILE --parallel ${String(parallel)}\``
    return { way, databases: names.length, milliseconds, again: await measure(apply) }
  })
}

async function verb(
  { project, variables }: Context,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<void> {
  await run('npm', ['run', '--silent', ...words], {
    cwd: project.root,
    env: { ...variables, ...env },
    maxBuffer: 100_000_000,
  })
}
