import { execFile } from 'node:child_process'
import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { applyCommand } from '../../src/commands/apply.ts'
import { resolveCommand } from '../../src/commands/resolve.ts'
import { rollbackCommand } from '../../src/commands/rollback.ts'
import { squashCommand } from '../../src/commands/squash.ts'
import { switchCommand } from '../../src/commands/switch.ts'
import { messageOf } from '../../src/errors.ts'
import { longer } from '../support/sample.ts'
import { withSmallWorld } from '../support/small-project.ts'
import type { SmallWorld } from '../support/small-project.ts'
import { usual, usualRollback } from '../support/target.ts'
import { describeWith } from '../support/tools.ts'

const home = join(import.meta.dirname, '../..')
const supabaseProgram = join(home, 'node_modules/@supabase/cli-linux-x64/bin/supabase')

/** What another tool says is pending, after each path by which versions come and go. */
async function throughAllPaths(
  world: SmallWorld,
  isContent: (pending: readonly string[]) => Promise<void>,
): Promise<void> {
  const { context, db, behind, seal } = world
  const { version: _version, ...common } = usual
  await applyCommand(context, { ...usual, version: '001' })
  await isContent(['002'])
  await applyCommand(context, usual)
  await isContent([])
  await rollbackCommand(context, { ...usualRollback, to: { kind: 'version', version: '001' } })
  await isContent(['002'])
  await db.text('alter table public.notes add column body text not null')
  const resolution = { ...common, version: '002', allowDifferences: false } as const
  await resolveCommand(context, { ...resolution, as: 'applied' })
  await isContent([])
  await db.text('alter table public.notes drop column body')
  await resolveCommand(context, { ...resolution, as: 'reverted' })
  await isContent(['002'])
  await applyCommand(context, usual)
  // Another branch: 002 is another file, and there is a third.
  await behind.remove('migrations/002_bodies.sql')
  await behind.remove('migrations/down/002_bodies.sql')
  for (const [stem, column] of [
    ['002_titles', 'title'],
    ['003_more', 'more'],
  ] as const) {
    await behind.write(
      `migrations/${stem}.sql`,
      `alter table public.notes add column ${column} text;\n`,
    )
    await behind.write(
      `migrations/down/${stem}.sql`,
      `alter table public.notes drop column ${column};\n`,
    )
  }
  await seal()
  await switchCommand(context, { ...usualRollback, ...common })
  await isContent([])
  await squashCommand(context, '002')
  await applyCommand(context, usual)
  await isContent([])
  await rollbackCommand(context, { ...usualRollback, to: { kind: 'version', version: '002' } })
  await isContent(['003'])
}

describeWith('go', 'Atlas', () => {
  it.skipIf(longer.skip)('knows after each path what is pending', async () => {
    await withSmallWorld(async (world) => {
      await throughAllPaths(world, async (pending) => {
        expect(await pendingOf(world)).toEqual(pending)
      })
    })
  })

  it.skipIf(longer.skip)('takes a version for pending that is rolled back in part', async () => {
    await withSmallWorld(async (world) => {
      const { context, db, project, seal } = world
      const [up, down] = ['migrations/002_bodies.sql', 'migrations/down/002_bodies.sql']
      await project.write(up, `${stepwise}alter table public.notes add column body text;\n`)
      const first = `${stepwise}alter table public.notes drop column body;\n`
      // On the copy it has no rows, so that it fails in the database only.
      await project.write(down, `${first}select 1 / (id - 1) from public.notes;\n`)
      await seal()
      await applyCommand(context, usual)
      expect(await pendingOf(world)).toEqual([])
      await db.text('insert into public.notes default values')
      const back = {
        ...usualRollback,
        to: { kind: 'version', version: '001' },
        allowDataLoss: true,
      } as const
      expect(await rollbackCommand(context, back).catch(messageOf)).toMatch(/division by zero/)
      expect(await pendingOf(world)).toEqual(['002'])
      await project.write(down, `${first}select 1;\n`)
      expect(await rollbackCommand(context, back)).toMatchObject({ current: '001' })
      expect(await pendingOf(world)).toEqual(['002'])
      await applyCommand(context, usual)
      expect(await pendingOf(world)).toEqual([])
    })
  })
})

const stepwise = '-- atlas:txmode none\n\n'

/** What Atlas would apply, by its own code. */
async function pendingOf({ project, db }: SmallWorld): Promise<string[]> {
  const url = new URL(db.url)
  const password = decodeURIComponent(url.password)
  url.password = ''
  url.searchParams.set('sslmode', 'disable')
  const args = ['run', './pending', url.href, join(project.root, 'migrations')]
  const { stdout } = await promisify(execFile)('go', args, {
    cwd: join(home, 'tools/atlas'),
    env: { ...process.env, PGPASSWORD: password },
  })
  return stdout.split('\n').filter((line) => line !== '')
}

describeWith('supabase', 'the Supabase CLI', () => {
  it.skipIf(longer.skip)('lists after each path what is applied and what is pending', async () => {
    await withSmallWorld(async (world) => {
      await prepare(world)
      await throughAllPaths(world, async (pending) => {
        expect(await listed(world)).toEqual({ onlyThere: [], pending })
      })
    })
  })

  it.skipIf(longer.skip)(
    'is brought in line by the commands that squash names, where it migrates alone',
    async () => {
      await withSmallWorld(async (world) => {
        const { context } = world
        await prepare(world)
        await supabase(world, ['db', 'push', '--skip-vault'])
        const { repair } = await squashCommand(context, '002')
        expect(await listed(world)).toEqual({ onlyThere: ['001'], pending: [] })
        for (const command of repair) await supabase(world, command.split(' ').slice(1))
        expect(await listed(world)).toEqual({ onlyThere: [], pending: [] })
        expect(await applyCommand(context, usual)).toMatchObject({ applied: [], current: '002' })
        expect(await listed(world)).toEqual({ onlyThere: [], pending: [] })
      })
    },
  )
})

/** The CLI has its table, and finds the folder. */
async function prepare({ project, db }: SmallWorld): Promise<void> {
  await mkdir(join(project.root, 'supabase'))
  await symlink('../migrations', join(project.root, 'supabase/migrations'))
  await db.text(`
    create schema supabase_migrations;
    create table supabase_migrations.schema_migrations (version text primary key, statements text[], name text);
  `)
}

async function supabase({ project, db }: SmallWorld, words: readonly string[]): Promise<string> {
  const args = ['--yes', ...words, `--remote=${db.url}?sslmode=disable`]
  const env = {
    PATH: process.env['PATH'],
    HOME: '/tmp',
    SUPABASE_TELEMETRY_DISABLED: '1',
    NO_COLOR: '1',
  }
  const { stdout } = await promisify(execFile)(supabaseProgram, args, { cwd: project.root, env })
  return stdout
}

/** What `migration list` says: its first column is the folder, the second the database. */
async function listed(
  world: SmallWorld,
): Promise<{ readonly onlyThere: readonly string[]; readonly pending: readonly string[] }> {
  const text = await supabase(world, ['migration', 'list'])
  const rows = text.split('\n').flatMap((line) => {
    const cells = line.split(/[|│]/).map((cell) => cell.replaceAll(/[`\s]/g, ''))
    return cells.some((cell) => /^\d+$/.test(cell)) ? [cells] : []
  })
  return {
    onlyThere: rows.flatMap(([here, there = '']) => (here === '' ? [there] : [])),
    pending: rows.flatMap(([here = '', there]) => (there === '' ? [here] : [])),
  }
}
