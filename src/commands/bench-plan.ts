import { execFile } from 'node:child_process'
import { chmod, cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Talk } from '../files/context.ts'
import type { Variables } from '../files/environment.ts'
import { loadProject } from '../files/project.ts'
import type { Project } from '../files/project.ts'
import { quoteQualified } from '../sql/quote.ts'
import { stopCluster } from '../workbench/server/cluster.ts'
import { locateWorkbench } from '../workbench/workbench-cluster.ts'
import { measure, timeRuns } from '../model/timing.ts'
import type { Timing } from '../model/timing.ts'

const run = promisify(execFile)

/** How long `npm run plan` takes, from the shell and back. */
export interface BenchPlanResult {
  readonly timings: readonly Timing[]
}

/**
 * Times `npm run plan` as a person calls it, on a copy of the project with a new table. Without a server, with all
 * templates, and with nothing to plan. Nothing of the project is touched.
 */
export async function benchPlanCommand(
  project: Project,
  variables: Variables,
  talk: Talk,
): Promise<BenchPlanResult> {
  talk.step('cold: a new workbench each time')
  const cold = await timeRuns('plan a table, cold', 3, async () =>
    withCopy(project, variables, async (copy) => measure(() => plan(copy))),
  )
  return withCopy(project, variables, async (copy) => {
    const time = async (name: string): Promise<Timing> => {
      // The first of each makes what the next ones find.
      await plan(copy)
      return timeRuns(name, 7, async () => measure(() => plan(copy)))
    }
    talk.step('warm')
    const warm = await time('plan a table, warm')
    talk.step('nothing to plan')
    await rm(probeOf(copy))
    return { timings: [cold, warm, await time('nothing to plan, warm')] }
  })
}

/** A copy of the project in a temporary folder, with one more table. */
interface Copy {
  readonly root: string
  readonly schema: string
}

async function withCopy<T>(
  project: Project,
  variables: Variables,
  use: (copy: Copy) => Promise<T>,
): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'bench-'))
  const copy = { root, schema: project.schemas[0] ?? 'public' }
  try {
    // Servers that root starts run as another user, who must get in.
    await chmod(root, 0o755)
    for (const name of ['database.json', 'package.json', 'environments', 'platform'])
      await cp(join(project.root, name), join(root, name), { recursive: true })
    for (const name of ['migrations', 'schema', 'samples'])
      await cp(join(project.root, name), join(root, name), { recursive: true })
    for (const name of ['node_modules', 'scripts', 'src', 'tools'])
      await symlink(join(project.root, name), join(root, name))
    const name = quoteQualified(copy.schema, 'bench_probe')
    await writeFile(
      probeOf(copy),
      `create table ${name} (\n  id bigint generated always as identity,\n  body text not null,\n` +
        '  constraint bench_probe_pkey primary key (id)\n);\n',
    )
    return await use(copy)
  } finally {
    await stopCluster(await locateWorkbench({ project: await loadProject(root), variables }))
    await rm(root, { recursive: true, force: true })
  }
}

function probeOf({ root, schema }: Copy): string {
  const own = schema === 'public' ? 'bench_probe' : `${schema}.bench_probe`
  return join(root, 'schema', 'tables', `${own}.sql`)
}

async function plan({ root }: Copy): Promise<void> {
  await run('npm', ['run', '--silent', 'plan'], { cwd: root })
}
