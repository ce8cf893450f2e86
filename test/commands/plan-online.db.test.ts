import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applyCommand } from '../../src/commands/apply.ts'
import { hashCommand } from '../../src/commands/hash.ts'
import { planCommand } from '../../src/commands/plan.ts'
import { replaceCommand } from '../../src/commands/plan-replace.ts'
import { proveCommand } from '../../src/commands/prove.ts'
import { rollbackCommand } from '../../src/commands/rollback.ts'
import type { Context } from '../../src/files/context.ts'
import { checkSeal, loadMigrations } from '../../src/files/migrations.ts'
import { planBetweenCommand } from '../../src/planning/two-states/plan-states.ts'
import { withProject } from '../support/project.ts'
import type { TemporaryProject } from '../support/project.ts'
import { longer } from '../support/sample.ts'
import { withSmallWorld } from '../support/small-project.ts'
import { contextFor, usual, usualRollback } from '../support/target.ts'

const table = 'schema/tables/notes.sql'
const indexed = `create table public.notes (
  id bigint generated always as identity,
  body text not null,
  constraint notes_pkey primary key (id),
  constraint notes_body_check check (body <> '')
);

-- People search by it.
create index notes_body_idx
  on public.notes (body);
`

describe.concurrent('a plan whose long work blocks nobody', () => {
  it('is written as a migration for each part, with its down file', async () => {
    await withSealed(async ({ project, context }) => {
      await project.write(table, indexed)
      const result = await planCommand(context, 'find_notes', { online: true })
      expect(result).toMatchObject({ proved: true, notes: [] })
      expect(result.segments.map(({ transaction }) => transaction)).toEqual([true, false, true])
      expect(await textsOf(project, 'migrations')).toEqual({
        '003_find_notes.sql': expect.stringContaining("check ((body <> ''::text)) not valid;\n"),
        '004_find_notes_2.sql': `-- atlas:txmode none

-- Find notes, 2 of 3.
-- changes: + index public.notes.notes_body_idx
-- locks: none
-- data: none
-- access: none
-- clients: none
-- functions: none

-- The index notes_body_idx of public.notes is new.
-- People search by it.
-- squawk-ignore ban-concurrent-index-creation-in-transaction -- the file is no transaction
create index concurrently notes_body_idx
  on public.notes (body);
`,
        '005_find_notes_3.sql': expect.stringContaining(
          '  validate constraint notes_body_check;\n',
        ),
      })
      expect((await textsOf(project, 'migrations/down'))['004_find_notes_2.sql']).toBe(
        `-- atlas:txmode none

-- Takes 004 back: find notes, 2 of 3.

-- The index notes_body_idx of public.notes is dropped.
drop index concurrently public.notes_body_idx;
`,
      )
    })
  })

  it.skipIf(longer.skip)('is known to plan, prove and hash, and replaced as a whole', async () => {
    await withSealed(async ({ project, context }) => {
      await project.write(table, indexed)
      await planCommand(context, 'find_notes', { online: true })
      expect(await planCommand(context, undefined)).toMatchObject({ equal: true })
      expect(await proveCommand(context, '003')).toMatchObject({ proved: true, written: [] })
      await project.write(table, indexed.replace('(body);', '(body, id);'))
      const options = { allowUnmanaged: false, allowDataLoss: false }
      expect(await replaceCommand(context, 'find_bodies', options)).toMatchObject({
        replaced: '003_find_notes',
        files: ['migrations/003_find_bodies.sql', 'migrations/down/003_find_bodies.sql'],
      })
      expect(await textsOf(project, 'migrations')).toEqual({})
      expect(await checkSeal(await loadMigrations(context.project.folders.migrations))).toBe(true)
    })
  })

  it.skipIf(longer.skip)('is applied, rolled back and applied again, without a drift', async () => {
    await withSmallWorld(async ({ project, context }) => {
      await applyCommand(context, usual)
      await project.write(table, indexed)
      await planCommand(context, 'find_notes', { online: true })
      const versions = ['003', '004', '005']
      const apply = async (): Promise<string[]> =>
        (await applyCommand(context, { ...usual, allowDrift: false })).applied.map(
          ({ version }) => version,
        )
      expect(await apply()).toEqual(versions)
      const { rolledBack } = await rollbackCommand(context, {
        ...usualRollback,
        allowDrift: false,
        to: { kind: 'version', version: '002' },
      })
      expect(rolledBack.map(({ version }) => version)).toEqual(versions.toReversed())
      expect(await apply()).toEqual(versions)
    })
  })

  it.skipIf(longer.skip)('leads between any two states, too', async () => {
    await withProject(async (project) => {
      const context = await contextFor('', await project.load())
      const from = await project.write('a.sql', 'create table public.t (a integer);\n')
      const to = await project.write(
        'b.sql',
        'create table public.t (a integer constraint t_a_key unique);\n',
      )
      const request = { from, to, proof: 'whole', online: true } as const
      const { proved, segments, down } = await planBetweenCommand(context, request)
      expect(proved).toBe(true)
      expect([segments, down].map((list) => list.map(({ transaction }) => transaction))).toEqual([
        [false, true],
        [true],
      ])
    })
  })

  it.skipIf(longer.skip)('names what cannot be online, and plans it as ever', async () => {
    await withSealed(async ({ project, context }) => {
      await project.write(
        table,
        indexed.replace(
          'notes_pkey primary key (id)',
          'notes_pkey primary key (id) include (body)',
        ),
      )
      const { proved, notes } = await planCommand(context, undefined, { online: true })
      expect({ proved, notes }).toEqual({
        proved: true,
        notes: [
          'not online: constraint public.notes.notes_pkey: it is recreated under its name, and until it is built there would be none. Give the new one another name',
        ],
      })
    })
  })
})

async function withSealed(
  use: (given: { project: TemporaryProject; context: Context }) => Promise<void>,
): Promise<void> {
  await withProject(async (project) => {
    const context = await contextFor('', await project.load())
    await hashCommand(context)
    await use({ project, context })
  })
}

/** The files of a folder that the plan wrote. */
async function textsOf(project: TemporaryProject, folder: string): Promise<Record<string, string>> {
  const names = await readdir(join(project.root, folder))
  const own = names.filter((name) => name.includes('find_notes')).toSorted()
  const texts = own.map(async (name) => [
    name,
    await readFile(join(project.root, folder, name), 'utf8'),
  ])
  return Object.fromEntries(await Promise.all(texts))
}
