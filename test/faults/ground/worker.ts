import type { Drawn } from '../draw.ts'
import { runCase } from '../run-case.ts'
import type { CaseOutcome } from '../run-case.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import { withProject } from '../../support/project.ts'
import type { TemporaryProject } from '../../support/project.ts'
import { verbCourses } from '../verbs/verbs.ts'
import type { Verb } from '../verbs/verbs.ts'
import type { Course } from './course.ts'
import { withGround } from './ground.ts'
import type { Ground } from './ground.ts'
import { prepareCourse, prepareSite } from './prepare.ts'
import type { Site } from './prepare.ts'

/** A server with the scenarios on it, prepared when they are first asked for. */
export interface Worker {
  readonly ground: Ground
  /** The verb on the scenario, undisturbed. Throws where that fails already. */
  readonly prepare: (drawn: Drawn) => Promise<Course>
  readonly run: (drawn: Drawn, course: Course) => Promise<CaseOutcome>
}

/** Opens a worker of a major version. */
export async function withWorker<T>(
  major: number,
  use: (worker: Worker) => Promise<T>,
): Promise<T> {
  const all = new Set(Object.values(verbCourses).flatMap(({ scenarios }) => scenarios))
  return withProjects([...all], new Map(), (projects) =>
    withGround(major, async (ground) => {
      const courseOf = preparer(ground, projects)
      return use({
        ground,
        prepare: async ({ scenario, verb }) => courseOf(scenario, verb),
        run: async (drawn, course) => runCase(drawn, { ground, course }),
      })
    }),
  )
}

type Projects = ReadonlyMap<Scenario, TemporaryProject>

async function withProjects<T>(
  [scenario, ...others]: readonly Scenario[],
  opened: Projects,
  use: (projects: Projects) => Promise<T>,
): Promise<T> {
  if (scenario === undefined) return use(opened)
  return withProject((project) =>
    withProjects(others, new Map([...opened, [scenario, project]]), use),
  )
}

/** Prepares each scenario and each verb on it once. What cannot be prepared says so each time. */
function preparer(
  ground: Ground,
  projects: Projects,
): (scenario: Scenario, verb: Verb) => Promise<Course> {
  const sites = new Map<Scenario, Promise<Site>>()
  const courses = new Map<string, Promise<Course>>()
  const siteOf = (scenario: Scenario): Promise<Site> =>
    ensure(sites, scenario, async () => {
      const project = projects.get(scenario)
      if (project === undefined) throw new Error(`${scenario.name}: no project`)
      const name = `s${String(sites.size)}`
      const site = { ground, scenario, project, root: project.root, name }
      await prepareSite(site)
      return site
    })
  const courseOf = (scenario: Scenario, verb: Verb): Promise<Course> =>
    ensure(courses, `${verb}, ${scenario.name}`, async () => {
      // Each but the first starts where another has ended.
      if (verb !== 'apply') await courseOf(scenario, verb === 'put back' ? 'archive' : 'apply')
      return prepareCourse(await siteOf(scenario), verb)
    })
  return courseOf
}

function ensure<K, V>(known: Map<K, Promise<V>>, key: K, make: () => Promise<V>): Promise<V> {
  const found = known.get(key) ?? make()
  known.set(key, found)
  return found
}
