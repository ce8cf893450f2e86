import { cp, mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { hashCommand } from '../../../src/commands/hash.ts'
import { loadProject } from '../../../src/files/project.ts'
import { sendText } from '../../../src/postgres/connect.ts'
import { runVerb } from '../../support/cli.ts'
import type { TemporaryProject } from '../../support/project.ts'
import { home } from '../../support/tracked-files.ts'
import { readState, versionOf } from '../judge/state.ts'
import type { State } from '../judge/state.ts'
import { countSorts, sorter } from '../moments.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import { quickFlags } from '../verbs/verb-course.ts'
import type { VerbCourse } from '../verbs/verb-course.ts'
import { verbCourses } from '../verbs/verbs.ts'
import type { Verb } from '../verbs/verbs.ts'
import { withProxy } from '../wire/proxy.ts'
import type { Gate, Request } from '../wire/relay.ts'
import type { Course } from './course.ts'
import { platform } from './ground.ts'
import type { Ground } from './ground.ts'

/** A scenario's project on a ground. */
export interface Site {
  readonly ground: Ground
  readonly scenario: Scenario
  readonly project: TemporaryProject
  /** Where verbs are called. */
  readonly root: string
  /** The names of its databases begin so. */
  readonly name: string
}

/** Writes a scenario's files into a project, and makes the database in which its rows are. */
export async function prepareSite(site: Site): Promise<void> {
  const { project, scenario, ground, name } = site
  await project.remove('migrations')
  for (const [path, text] of Object.entries(await scenario.files())) await project.write(path, text)
  await hashCommand({ project: await project.load() })
  const start = `${name}_start`
  await ground.clone(start, platform)
  if (scenario.supabase) await ground.asAdmin(start, (session) => sendText(session, supabaseTable))
  if (scenario.start !== 'none')
    await must(site, verbCourses.apply, { database: start, version: scenario.start })
  await ground.asAdmin(start, (session) => sendText(session, scenario.rows))
}

/** As the Supabase CLI makes it. */
const supabaseTable = `create schema supabase_migrations authorization postgres;
create table supabase_migrations.schema_migrations (version text not null primary key, statements text[], name text);
alter table supabase_migrations.schema_migrations owner to postgres;`

/**
 * Runs a verb undisturbed, and tells what the database is after each COMMIT. The way back starts where the way there has
 * ended.
 */
export async function prepareCourse(site: Site, name: Verb): Promise<Course> {
  const { ground, scenario } = site
  const verb = verbCourses[name]
  const root = await prepareCheckout(site, verb)
  const { template, database } = await prepareDatabases(site, name)
  const read = async (): Promise<State> =>
    ground.asAdmin(database, (session) => readState(session, verb.look))
  const start = await read()
  const found = [start]
  const requests: Request[] = []
  const sortOf = sorter()
  const gate: Gate = {
    before: async (request) => {
      requests.push(request)
    },
    sent: () => undefined,
    answered: async (request) => {
      if (sortOf(request) === 'commit') found.push(await read())
    },
  }
  await withProxy(ground.port, gate, async ({ port }) => {
    await must({ ...site, root }, verb, { database, port })
  })
  const goal = await read()
  const states = new Map([...found, goal].map((state) => [versionOf(state), state]))
  const trace = countSorts(requests)
  return { scenario, verb, root, template, states, start, goal, trace }
}

/** The root of the project from which a verb is called: the scenario's, or one with the files of another checkout. */
async function prepareCheckout({ project, scenario }: Site, verb: VerbCourse): Promise<string> {
  if (verb.checkout === undefined) return project.root
  const root = join(project.root, 'checkout')
  await mkdir(root)
  for (const name of ['database.json', 'package.json', 'environments', 'platform', 'schema'])
    await cp(join(project.root, name), join(root, name), { recursive: true })
  await symlink(join(home, 'node_modules'), join(root, 'node_modules'))
  const files = verb.checkout(await scenario.files())
  for (const [path, text] of Object.entries(files))
    await project.write(join('checkout', path), text)
  await hashCommand({ project: await loadProject(root) })
  return root
}

/** What another verb may begin with. */
const ends: Readonly<Partial<Record<Verb, string>>> = { apply: 'newest', archive: 'archived' }

/** The database that cases of a verb are cloned from, and one in which it runs undisturbed. */
async function prepareDatabases(
  { ground, name }: Site,
  verb: Verb,
): Promise<{ readonly template: string; readonly database: string }> {
  const { from, ready } = verbCourses[verb]
  const database = `${name}_${ends[verb] ?? verb}`
  const template = ready === undefined ? `${name}_${from}` : `${name}_${verb}_ready`
  if (ready !== undefined) {
    await ground.clone(template, `${name}_${from}`)
    await ground.asAdmin(template, ready)
  }
  await ground.clone(database, template)
  return { template, database }
}

interface Call {
  readonly database: string
  readonly version?: string
  readonly port?: number
}

/** Runs a verb that nothing disturbs. */
async function must(
  { ground, scenario, root }: Site,
  verb: VerbCourse,
  { database, version, port }: Call,
): Promise<void> {
  const { script, words, env } = verb
  const { code, stderr } = await runVerb(script, {
    cwd: root,
    words: [...words(scenario, version), ...quickFlags(verb)],
    env: { ...ground.env, ...env, TEST_DATABASE_URL: ground.ownerUrl(database, port) },
  })
  if (code !== 0) throw new Error(`${scenario.name}, ${script} undisturbed: ${stderr}`)
}
