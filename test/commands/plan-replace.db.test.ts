import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { applyCommand } from '../../src/commands/apply.ts'
import { hashCommand } from '../../src/commands/hash.ts'
import { planCommand } from '../../src/commands/plan.ts'
import { replaceCommand } from '../../src/commands/plan-replace.ts'
import { messageOf } from '../../src/errors.ts'
import type { Context } from '../../src/files/context.ts'
import { checkSeal, loadMigrations } from '../../src/files/migrations.ts'
import { sendText, withDatabase } from '../../src/postgres/connect.ts'
import { runVerb } from '../support/cli.ts'
import type { Ran } from '../support/cli.ts'
import { withTestDatabase } from '../support/database.ts'
import { withLocal } from '../support/local.ts'
import { withProject } from '../support/project.ts'
import type { TemporaryProject } from '../support/project.ts'
import { contextFor, usual } from '../support/target.ts'
import { longer } from '../support/sample.ts'
import { describeWith } from '../support/tools.ts'

const path = 'schema/functions/one.sql'
const allowed = { allowUnmanaged: false, allowDataLoss: false }
const unset = [
  { environment: 'local', why: 'it was never started' },
  { environment: 'production', why: 'PRODUCTION_DATABASE_URL is not set' },
  { environment: 'staging', why: 'STAGING_DATABASE_URL is not set' },
]
const noTest = { environment: 'test', why: 'TEST_DATABASE_URL is not set' }

describe.concurrent('the newest planned again', () => {
  it('takes the place of the old files under the same version, by another name too', async () => {
    await withPlanned(async ({ project, context }) => {
      await project.write(path, functionOf(2))
      const result = await replaceCommand(context, 'add_two', allowed)
      expect(result).toMatchObject({
        proved: true,
        replaced: '003_add_one',
        files: ['migrations/003_add_two.sql', 'migrations/down/003_add_two.sql'],
        asked: [],
        notAsked: [...unset, noTest],
        takenBack: [],
      })
      expect(await listMigrations(project)).toEqual([
        ...first,
        '003_add_two.sql',
        'atlas.sum',
        ...firstDown,
        'down/003_add_two.sql',
      ])
      expect(await read(project, 'migrations/003_add_two.sql')).toContain("as 'select 2'")
      expect(await read(project, 'migrations/down/003_add_two.sql')).toMatch(/^-- Takes 003 back: /)
      expect(await isSealed(context)).toBe(true)
      expect(await planCommand(context, undefined)).toMatchObject({ equal: true })
    })
  })

  it('may have been edited by hand, without a down file, with a timestamp: it keeps its name and version', async () => {
    await withPlanned(async ({ project, context }) => {
      for (const each of ['003_add_one.sql', 'down/003_add_one.sql'])
        await project.remove(`migrations/${each}`)
      await project.write('migrations/20260101000000_add_one.sql', functionOf(1))
      await hashCommand(context)
      await project.write('migrations/20260101000000_add_one.sql', functionOf(3))
      await project.write(path, functionOf(2))
      expect(await replaceCommand(context, 'add_one', allowed)).toMatchObject({
        replaced: '20260101000000_add_one',
        files: [
          'migrations/20260101000000_add_one.sql',
          'migrations/down/20260101000000_add_one.sql',
        ],
      })
      expect(await read(project, 'migrations/20260101000000_add_one.sql')).toContain('select 2')
      expect(await isSealed(context)).toBe(true)
    })
  })

  it('stays when a database has it, or does not answer, or CI asks', async () => {
    await withPlanned(async ({ project, context }) => {
      await project.write(path, functionOf(2))
      await withTestDatabase({ kind: 'platform', mode: 'today' }, async (db) => {
        const other = await contextFor(db.url, context.project)
        await applyCommand(other, usual)
        const nowhere = 'postgresql://postgres:s3cret@127.0.0.1:1/x'
        const variables = { ...other.variables, PRODUCTION_DATABASE_URL: nowhere }
        expect(await refusalOf(project, { ...other, variables })).toMatch(
          /^003_add_one: nothing was changed, since others may have it:\n {2}test \(postgres@.*\) has it\n {2}production does not answer: postgres@127\.0\.0\.1:1\/x: .*\nWhat a database has keeps its version: write the change as another migration\.\nEvery environment /,
        )
      })
      const ci = { ...context, variables: { ...context.variables, CI: '1' } }
      expect(await refusalOf(project, ci)).toMatch(/^plan --replace: not in CI /)
    })
  })

  it('stays as it was where the plan is refused, with a sentence each', async () => {
    await withPlanned(async ({ project, context }) => {
      expect(await replaceCommand(context, undefined, allowed).catch(messageOf)).toBe(
        '--replace writes the plan. Give a name, such as npm run plan add_one -- --replace',
      )
      expect(await refusalOf(project, context, 'bodies')).toMatch(
        /^bodies: 002_bodies\.sql already has this name\./,
      )
      await project.remove(path)
      expect(await refusalOf(project, context)).toMatch(
        /^003_add_one: the migrations before it make what the schema files say, so there is nothing to plan instead\. /,
      )
      await project.write(path, 'create function public.one() returns nothing;\n')
      expect(await refusalOf(project, context)).toMatch(/one\.sql:1:/)
      await project.write('migrations/001_notes.sql', 'select 1;\n')
      expect(await refusalOf(project, context)).toMatch(
        /atlas\.sum: the migrations differ from what was sealed:\n {2}edited: 001_notes\.sql/,
      )
    })
  })

  it('stays as it was where something cannot be planned or may not be, and the answer says so', async () => {
    await withPlanned(async ({ project, context }) => {
      await project.write(path, functionOf(2))
      const failOn = ['opens_access'] as const
      const written = await contentsOf(project)
      expect(await replaceCommand(context, 'add_two', { ...allowed, failOn })).toMatchObject({
        proved: true,
        failing: failOn,
        files: [],
        takenBack: [],
      })
      expect(await contentsOf(project)).toEqual(written)
      const notes = await read(project, 'schema/tables/notes.sql')
      const changed = notes.replace('bigint generated always as identity', 'uuid not null')
      await project.write('schema/tables/notes.sql', changed)
      const before = await contentsOf(project)
      expect(await replaceCommand(context, 'add_two', allowed)).toMatchObject({
        proved: false,
        replaced: '003_add_one',
        files: [],
        takenBack: [],
      })
      expect(await contentsOf(project)).toEqual(before)
    })
  })

  it('goes on accepting the hazards that its author accepted, with their reasons', async () => {
    await withPlanned(async ({ project, context }) => {
      const file = 'migrations/003_add_one.sql'
      const line = '-- hazard-accepted opens_access: it answers a constant'
      await project.write(file, `${line}\n${await read(project, file)}`)
      await project.write(path, functionOf(2))
      const failOn = ['opens_access'] as const
      expect(await replaceCommand(context, 'add_one', { ...allowed, failOn })).toMatchObject({
        failing: [],
        files: [file, 'migrations/down/003_add_one.sql'],
      })
      expect((await read(project, file)).split('\n')).toContain(line)
    })
  })

  it('needs one', async () => {
    await withProject(async (project) => {
      for (const name of [...first, ...firstDown]) await project.remove(`migrations/${name}`)
      const context = await contextFor('', await project.load())
      await hashCommand(context)
      expect(await replaceCommand(context, 'a', allowed).catch(messageOf)).toMatch(
        /migrations: there is no migration to replace\. Leave out --replace\.$/,
      )
    })
  })
})

describeWith('go', 'npm run plan NAME -- --replace', () => {
  it.skipIf(longer.skip)(
    'takes the newest back in the local database first, when it may lose what is lost',
    async () => {
      await withLocal(async (project) => {
        const env = { WORKBENCH_URL: inject('workbench').url }
        const run = async (verb: string, ...words: readonly string[]): Promise<Ran> =>
          runVerb(verb, { cwd: project.root, words, env })
        await addColumns(project, 'mark text')
        expect((await run('plan', 'add_mark')).code).toBe(0)
        expect((await run('apply')).code).toBe(0)
        const url = (await run('db', 'url')).stdout.trim()
        await withDatabase(url, async (db) =>
          sendText(db, "insert into public.notes (body, mark) values ('a', 'x')"),
        )
        await addColumns(project, 'mark varchar(9)', 'color text')
        const before = await contentsOf(project)
        const refused = await run('plan', 'add_mark', '--replace')
        expect(refused).toMatchObject({
          code: 1,
          stdout: '',
          stderr: expect.stringMatching(
            /this would be lost for good:\n {2}"public"\."notes"\."mark": 1 value, such as id = 1 \(.*\)\nNothing was changed\./,
          ),
        })
        expect(await contentsOf(project)).toEqual(before)
        const { code, stdout } = await run('plan', 'add_mark', '--replace', '--allow-data-loss')
        expect(code).toBe(0)
        expect(stdout.slice(stdout.indexOf('Wrote '))).toMatch(
          /^Wrote migrations\/003_add_mark\.sql\nWrote migrations\/down\/003_add_mark\.sql\n\nAsked: local \(.*\)\.\nNot asked: .*\nRolled back in local: 003_add_mark\.\nLost for good, as allowed:\n.*1 value.*\nThey replace 003_add_mark, also in atlas\.sum\.\n$/,
        )
        expect(JSON.parse((await run('apply', '--json')).stdout)).toMatchObject({
          applied: [{ version: '003', name: 'add_mark' }],
        })
        expect((await run('diff')).code).toBe(0)
      })
    },
  )
})

const first = ['001_notes.sql', '002_bodies.sql']
const firstDown = first.map((name) => `down/${name}`)

interface Planned {
  readonly project: TemporaryProject
  /** In which no environment has a URL. */
  readonly context: Context
}

/** The small project, sealed, whose newest migration brings a function. */
async function withPlanned(use: (planned: Planned) => Promise<void>): Promise<void> {
  await withProject(async (project) => {
    const context = await contextFor('', await project.load())
    await project.write(path, functionOf(1))
    await project.write('migrations/003_add_one.sql', functionOf(1))
    await project.write('migrations/down/003_add_one.sql', 'drop function public.one();\n')
    await hashCommand(context)
    await use({ project, context })
  })
}

function functionOf(value: number): string {
  return `create function public.one() returns integer\nlanguage sql immutable\nset search_path = ''\nas 'select ${String(value)}';\n`
}

async function addColumns(project: TemporaryProject, ...columns: readonly string[]): Promise<void> {
  await project.write(
    'schema/tables/notes.sql',
    `create table public.notes (
  id bigint generated always as identity,
  body text not null,
${columns.map((column) => `  ${column},\n`).join('')}  constraint notes_pkey primary key (id)
);
`,
  )
}

/** With what sentence it is refused, when every file is as it was. */
async function refusalOf(
  project: TemporaryProject,
  context: Context,
  name = 'add_one',
): Promise<unknown> {
  const before = await contentsOf(project)
  const said = await replaceCommand(context, name, allowed).catch(messageOf)
  expect(said).not.toMatch('s3cret')
  expect(await contentsOf(project)).toEqual(before)
  return said
}

async function isSealed({ project }: Context): Promise<boolean> {
  return checkSeal(await loadMigrations(project.folders.migrations))
}

async function contentsOf(project: TemporaryProject): Promise<unknown> {
  const names = await listMigrations(project)
  return Promise.all(names.map(async (name) => [name, await read(project, `migrations/${name}`)]))
}

async function read({ root }: TemporaryProject, name: string): Promise<string> {
  return readFile(join(root, name), 'utf8')
}

async function listMigrations({ root }: TemporaryProject): Promise<string[]> {
  const names = await readdir(join(root, 'migrations'), { recursive: true })
  return names.filter((name) => name !== 'down').toSorted()
}
