import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../src/errors.ts'
import { processVariables } from '../../src/files/environment.ts'
import type { Context, Talk } from '../../src/files/context.ts'
import { loadProject } from '../../src/files/project.ts'
import { withPlainWorkbench } from '../../src/workbench/workbench.ts'
import { judgePair } from '../judge/judge-pair.ts'
import type { Judgement } from '../judge/judge-pair.ts'
import { silent } from '../support/talk.ts'
import { home } from '../support/tracked-files.ts'
import { fetchPackage } from './package-files.ts'
import { projects } from './projects.ts'
import type { RealProject } from './project.ts'

/** What became of one step of a project. */
export interface RealResult extends Judgement {
  readonly project: string
  /** Its packages with their registry. */
  readonly packages: readonly string[]
  /** `nothing`, or a version of the project. */
  readonly from: string
  readonly to: string
}

/** Plans each project from nothing, to nothing and from version to version. Throws UserError for an unknown name. */
export async function runReal(
  only: string | undefined,
  talk: Talk,
): Promise<readonly RealResult[]> {
  const chosen = projects.filter(({ name }) => only === undefined || name === only)
  if (chosen.length === 0) {
    const known = projects.map(({ name }) => name).join(', ')
    throw new UserError(`${only ?? ''}: no such project. There are: ${known}.`)
  }
  const context: Context = {
    project: await loadProject(home),
    variables: processVariables(),
    talk: silent,
  }
  const results: RealResult[] = []
  for (const project of chosen) {
    for (const result of await runProject(context, project, talk)) results.push(result)
  }
  return results
}

async function runProject(
  context: Context,
  project: RealProject,
  talk: Talk,
): Promise<RealResult[]> {
  talk.step(`fetching ${project.name}`)
  const steps = stepsOf(await writeStates(project))
  const results: RealResult[] = []
  for (const { from, to } of steps) {
    const pair = { from: from.path, to: to.path }
    const judgement = await withPlainWorkbench(context, undefined, async (workbench) =>
      judgePair(context, workbench, pair),
    )
    const packages = project.packages.map(({ registry, name }) => `${name} (${registry})`)
    const result = {
      project: project.name,
      packages,
      from: from.version,
      to: to.version,
      ...judgement,
    }
    results.push(result)
    talk.note(lineOf(result))
  }
  return results
}

interface Written {
  readonly version: string
  readonly path: string
}

/** The states of a project as files, nothing first. */
async function writeStates(project: RealProject): Promise<Written[]> {
  const files = await Promise.all(project.packages.map(async (each) => fetchPackage(each)))
  const states = [{ version: 'nothing', text: '' }, ...(await project.states(files))]
  const folder = join(home, '.local/real/states', project.name)
  await mkdir(folder, { recursive: true })
  return Promise.all(
    states.map(async ({ version, text }) => {
      const path = join(folder, `${version.replaceAll(/\W+/g, '-')}.sql`)
      await writeFile(path, text)
      return { version, path }
    }),
  )
}

/** From nothing to the newest, from it to nothing, and from each version to the next. */
function stepsOf(states: readonly Written[]): { readonly from: Written; readonly to: Written }[] {
  const [nothing, first, ...rest] = states
  const newest = states.at(-1)
  if (nothing === undefined || first === undefined || newest === undefined) return []
  return [
    { from: nothing, to: newest },
    { from: newest, to: nothing },
    ...rest.flatMap((to, at) => {
      const from = states[at + 1]
      return from === undefined ? [] : [{ from, to }]
    }),
  ]
}

function lineOf({ project, from, to, verdict, why, milliseconds }: RealResult): string {
  const seconds = (milliseconds / 1000).toFixed(1)
  const line = `${verdict} ${project}: ${from} → ${to}, ${seconds} s`
  return why === '' ? line : `${line}: ${why}`
}
