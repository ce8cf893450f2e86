import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { expect, it } from 'vitest'
import { longer } from '../support/sample.ts'
import { applyCommand } from '../../src/commands/apply.ts'
import { findSteps } from '../../src/commands/rollback-steps.ts'
import { rollbackCommand } from '../../src/commands/rollback.ts'
import { statusCommand } from '../../src/commands/status.ts'
import { messageOf } from '../../src/errors.ts'
import { runVerb } from '../support/cli.ts'
import { withSmallWorld } from '../support/small-project.ts'
import type { SmallWorld } from '../support/small-project.ts'
import { usual, usualRollback } from '../support/target.ts'
import { describeWith } from '../support/tools.ts'

const script = join(import.meta.dirname, '../../scripts/rollback.ts')

describeWith('script', 'rollback by steps', () => {
  it('says the version that it means, and asks for a yes on a terminal', async () => {
    await withSmallWorld(async (world) => {
      const { context, project, db } = world
      await applyCommand(context, usual)
      const said =
        '--steps 1 rolls back 002_bodies; 001 stays the newest applied: npm run rollback test 001\n'
      expect(await answer(world, 'no')).toBe(
        `${said}Roll back to 001? Type yes to continue: no\ntest: not confirmed, so nothing was done.\n`,
      )
      expect(await statusCommand(context, 'test')).toMatchObject({ current: '002' })
      const env = { TEST_DATABASE_URL: db.url }
      const words = ['test', '--steps', '1', '--allow-data-loss']
      const ran = await runVerb('rollback', { cwd: project.root, words, env })
      expect({ code: ran.code, first: ran.stderr.split('\n')[0] }).toEqual({
        code: 0,
        first: `${said.trimEnd()} -- --allow-data-loss`,
      })
      expect(await statusCommand(context, 'test')).toMatchObject({ current: '001' })
      expect(await findSteps(context, { environment: 'test', steps: 2 }).catch(messageOf)).toBe(
        '--steps 2: test has 1 of them applied. To roll all back: npm run rollback test none',
      )
      const to = { kind: 'version', version: 'none' } as const
      const agreed = ['002', '001']
      expect(
        await rollbackCommand(context, { ...usualRollback, to, agreed }).catch(messageOf),
      ).toBe(
        'The applied versions changed since they were shown (002, 001): now 001 would be rolled back. Nothing was done. Run the same command again.',
      )
    })
  })
})

it.skipIf(longer.skip)('a dry run of a rollback that would fail on rows exits 1', async () => {
  await withSmallWorld(async ({ context, project, db, seal }) => {
    await project.write(
      'migrations/003_third.sql',
      'alter table public.notes alter column body drop not null',
    )
    await project.write(
      'migrations/down/003_third.sql',
      'alter table public.notes alter column body set not null',
    )
    await seal()
    await applyCommand(context, usual)
    const env = { TEST_DATABASE_URL: db.url }
    const words = ['test', '002', '--dry-run']
    const before = await runVerb('rollback', { cwd: project.root, words, env })
    await db.text('insert into public.notes (body) values (null)')
    const after = await runVerb('rollback', { cwd: project.root, words, env })
    expect([before.code, after.code]).toEqual([0, 1])
  })
})

/** Answers on a terminal, which the program `script` stands for; all that the terminal shows. */
async function answer({ project, db }: SmallWorld, text: string): Promise<string> {
  const command = `${process.execPath} ${script} test --steps 1`
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    cwd: project.root,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      NO_COLOR: '1',
      TEST_DATABASE_URL: db.url,
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let shown = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    shown += part
    if (part.includes('continue: ')) child.stdin.write(`${text}\r`)
  })
  await once(child, 'close')
  return stripVTControlCharacters(shown).replaceAll('\r', '')
}
