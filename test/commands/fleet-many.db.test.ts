import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, inject, it, vi } from 'vitest'
import type { FleetResult } from '../../src/commands/fleet.ts'
import { sendText, sql, withDatabase } from '../../src/postgres/connect.ts'
import { hashCommand } from '../../src/commands/hash.ts'
import { withManyDatabases } from '../../src/workbench/scratch/many-databases.ts'
import { runVerb, startVerb } from '../support/cli.ts'
import { withTestWorkbench } from '../support/database.ts'
import { once } from '../support/once.ts'
import { withProject } from '../support/project.ts'
import type { TemporaryProject } from '../support/project.ts'
import { longer } from '../support/sample.ts'
import { contextFor } from '../support/target.ts'

vi.setConfig({ testTimeout: 600_000 })

const all = 200

describe('a fleet of many databases', { ...once, skip: once.skip || longer.skip }, () => {
  it('is applied to with a bad one and a kill in the middle; run again it does what is left, and all are equal', async () => {
    await withMany(all, async (many) => {
      await withFleetProject(many, async (project, env) => {
        const bad = many.names[76] ?? ''
        await at(many, bad, 'create table public.notes ()')
        const call = {
          cwd: project.root,
          env,
          words: ['--fleet', 'many.sql', '--yes', 'many', '--parallel', '8', '--stop-after', '3'],
        }
        const first = startVerb('apply', call)
        await first.said(`${String(all / 2)} of ${String(all)}`)
        first.child.kill('SIGKILL')
        expect((await first.ran).signal).toBe('SIGKILL')

        const second = await runVerb('apply', { ...call, words: [...call.words, '--json'] })
        const then = outcomesOf(second.stdout)
        expect(second.code).toBe(1)
        expect(then.get('failed')).toEqual([bad])
        expect(then.get('not started')).toBeUndefined()
        expect(then.get('up to date')?.length).toBeGreaterThanOrEqual(all / 2 - 1)
        expect(then.get('applied')?.length).toBeGreaterThanOrEqual(all / 2 - 20)

        await at(many, bad, 'drop table public.notes')
        const third = await runVerb('apply', { ...call, words: [...call.words, '--json'] })
        const last: FleetResult = JSON.parse(third.stdout)
        expect([third.code, third.stderr]).toEqual([0, ''])
        expect(last.counts).toEqual({
          all,
          failed: 0,
          notStarted: 0,
          equal: all,
          different: 0,
          notCompared: 0,
        })
        expect(outcomesOf(third.stdout).get('applied')).toEqual([bad])
        expect(new Set(last.members.map(({ current }) => current))).toEqual(new Set(['002']))
      })
    })
  })

  it('is applied to by two workers, one of which is killed: each database once', async () => {
    await withMany(61, async (many) => {
      const control = many.names.at(-1) ?? ''
      const members = many.names.slice(0, -1)
      await withFleetProject({ ...many, names: members }, async (project, bare) => {
        await at(many, members[40] ?? '', 'create table public.notes ()')
        const env = { ...bare, CONTROL_URL: many.urlOf(control) }
        const fleet = ['--fleet', 'many.sql', '--queue', 'CONTROL_URL']
        const call = { cwd: project.root, env }
        const works = { ...call, words: [...fleet, '--parallel', '2'] }
        const workers = [
          startVerb('fleet-worker', works),
          startVerb('fleet-worker', works),
        ] as const
        const words = [...fleet, '--yes', 'many', '--stop-after', '3', '--json']
        const run = runVerb('apply', { ...call, words })
        await workers[0].said(': applied')
        await setTimeout(500)
        workers[0].child.kill('SIGKILL')
        await workers[0].ran
        const { code, stdout } = await run
        const { counts }: FleetResult = JSON.parse(stdout)
        expect([code, counts]).toEqual([
          1,
          { all: 60, failed: 1, notStarted: 0, equal: 59, different: 0, notCompared: 1 },
        ])
        expect(await secretsIn(many, control)).toEqual([])
        workers[1].child.kill('SIGTERM')
        const ended = await workers[1].ran
        expect([ended.code, ended.stderr.trimEnd().split('\n').at(-1)]).toEqual([
          143,
          expect.stringMatching(/^\d+ databases done, \d failed$/),
        ])
        for (const name of members.filter((_name, index) => index % 7 === 0))
          expect(await revisionsOf(many, name)).toEqual(['001', '002'])
      })
    })
  }, 600_000)

  it('says that nobody works at the queue, and goes on when somebody does', async () => {
    await withMany(3, async (many) => {
      const [control = '', ...members] = many.names
      await withFleetProject({ ...many, names: members }, async (project, bare) => {
        const call = { cwd: project.root, env: { ...bare, CONTROL_URL: many.urlOf(control) } }
        const fleet = ['--fleet', 'many.sql', '--queue', 'CONTROL_URL']
        const apply = startVerb('apply', { ...call, words: [...fleet, '--yes', 'many'] })
        const file = join(project.root, 'many.sql')
        const note = `No worker has begun one for 10 s, and 1 wait. Start one: npm run fleet-worker -- --fleet ${file} --queue CONTROL_URL\n`
        await apply.said(note)
        const worker = startVerb('fleet-worker', { ...call, words: fleet })
        const { code, stderr } = await apply.ran
        expect([code, stderr.split(note).length]).toEqual([0, 2])
        worker.child.kill('SIGTERM')
        expect((await worker.ran).code).toBe(143)
      })
    })
  })
})

interface ManyDatabases {
  readonly names: readonly string[]
  readonly urlOf: (name: string) => string
}

async function withMany(count: number, use: (many: ManyDatabases) => Promise<void>): Promise<void> {
  await withTestWorkbench(async (workbench) =>
    withManyDatabases(workbench, count, async (names) => use({ names, urlOf: workbench.userUrl })),
  )
}

/** The jobs in which a URL stands. */
async function secretsIn({ urlOf }: ManyDatabases, control: string): Promise<unknown[]> {
  return withDatabase(urlOf(control), async (db) =>
    db.query(sql`select data, output from pgboss.job where concat(data, output) like '%://%'`),
  )
}

async function revisionsOf({ urlOf }: ManyDatabases, name: string): Promise<string[]> {
  const rows: { readonly version: string }[] = await withDatabase(urlOf(name), async (db) =>
    db.query(
      sql`select version from atlas_schema_revisions.atlas_schema_revisions where version !~ '^[.]' order by 1`,
    ),
  )
  return rows.map(({ version }) => version)
}

/** The names of the databases by what the work came to there. */
function outcomesOf(json: string): ReadonlyMap<string, readonly string[]> {
  const { members }: FleetResult = JSON.parse(json)
  const grouped = Map.groupBy(members, ({ outcome }) => outcome)
  return new Map([...grouped].map(([outcome, those]) => [outcome, those.map(({ name }) => name)]))
}

async function at({ urlOf }: ManyDatabases, name: string, text: string): Promise<void> {
  await withDatabase(urlOf(name), async (db) => sendText(db, text))
}

/** The small project, sealed, with the file of a fleet that lists the databases by a query. */
async function withFleetProject(
  { names, urlOf }: ManyDatabases,
  use: (project: TemporaryProject, env: Readonly<Record<string, string>>) => Promise<void>,
): Promise<void> {
  await withProject(async (project) => {
    const url = urlOf(names[0] ?? '')
    await hashCommand(await contextFor(url, await project.load()))
    const query = `select datname::text from pg_catalog.pg_database where datname between '${names[0] ?? ''}' and '${names.at(-1) ?? ''}' order by 1;`
    await project.write('many.sql', `-- query in MANY_URL\n${query}\n`)
    await use(project, { MANY_URL: url, WORKBENCH_URL: inject('workbench').url })
  })
}
