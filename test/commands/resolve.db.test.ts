import { describe, expect, it } from 'vitest'
import { applyCommand } from '../../src/commands/apply.ts'
import { resolveCommand } from '../../src/commands/resolve.ts'
import { rollbackCommand } from '../../src/commands/rollback.ts'
import { statusCommand } from '../../src/commands/status.ts'
import { readHistory } from '../../src/deploy/history/history.ts'
import { readEvents } from '../../src/deploy/journal/read-events.ts'
import { messageOf } from '../../src/errors.ts'
import { longer } from '../support/sample.ts'
import { withSmallWorld } from '../support/small-project.ts'
import type { SmallWorld } from '../support/small-project.ts'
import { usual, usualRollback } from '../support/target.ts'

const request = {
  environment: 'test',
  version: '002',
  as: 'applied',
  dryRun: false,
  allowDifferences: false,
  lockWait: 200,
} as const

const toOne = { ...usualRollback, to: { kind: 'version', version: '001' } } as const
const byHand = 'alter table public.notes add column body text not null;'

async function withFirst(use: (world: SmallWorld) => Promise<void>): Promise<void> {
  await withSmallWorld(async (world) => {
    await applyCommand(world.context, { ...usual, version: '001' })
    await use(world)
  })
}

describe('resolve', () => {
  it('records what was applied by hand, once the database is what it makes', async () => {
    await withFirst(async ({ context, db }) => {
      expect(await resolveCommand(context, request)).toMatchObject({ accepted: false, done: false })
      await db.text(byHand)
      expect(await resolveCommand(context, { ...request, dryRun: true })).toMatchObject({
        accepted: true,
        done: false,
      })
      expect(await resolveCommand(context, request)).toMatchObject({
        version: '002',
        name: 'bodies',
        accepted: true,
        done: true,
      })
      const { atlas } = await db.owner.task(readHistory)
      expect(atlas?.at(-1)).toMatchObject({ version: '002', type: 4, applied: 1, total: 1 })
      expect(await statusCommand(context, 'test')).toMatchObject({ state: 'up to date' })
      expect((await readEvents(db.owner))?.[0]).toMatchObject({
        verb: 'resolve applied',
        version: '002',
        outcome: 'done',
      })
      expect(await rollbackCommand(context, toOne)).toMatchObject({ current: '001' })
    })
  })

  it('takes a version out of the histories that somebody undid by hand', async () => {
    await withFirst(async ({ context, db }) => {
      await applyCommand(context, usual)
      const reverted = { ...request, as: 'reverted' } as const
      expect(await resolveCommand(context, reverted)).toMatchObject({ done: false })
      await db.text('alter table public.notes drop column body')
      expect(await resolveCommand(context, reverted)).toMatchObject({ done: true })
      expect(await statusCommand(context, 'test')).toMatchObject({
        state: 'pending',
        current: '001',
      })
      expect(await applyCommand(context, usual)).toMatchObject({ applied: [{ version: '002' }] })
    })
  })

  it.skipIf(longer.skip)(
    'accepts an edited down file of an applied version, once it leads back on a copy',
    async () => {
      await withFirst(async ({ context, db, behind }) => {
        await applyCommand(context, usual)
        await behind.write('migrations/down/002_bodies.sql', 'select 1;\n')
        const refused = await resolveCommand(context, request)
        expect(refused).toMatchObject({ accepted: false, done: false })
        expect(refused.down.find(({ name }) => name === 'columns')?.extra).toMatchObject([
          { object: 'public.notes.body' },
        ])
        await behind.write(
          'migrations/down/002_bodies.sql',
          'alter table public.notes drop column if exists body;\n',
        )
        expect(await resolveCommand(context, request)).toMatchObject({ done: true })
        const { atlas } = await db.owner.task(readHistory)
        expect(atlas?.at(-1)).toMatchObject({ version: '002', type: 2 })
        expect(await rollbackCommand(context, toOne)).toMatchObject({ current: '001' })
      })
    },
  )

  it.skipIf(longer.skip)('completes the row of a file that stopped half way', async () => {
    await withFirst(async ({ context, db }) => {
      await db.text(`${byHand}
        insert into atlas_schema_revisions.atlas_schema_revisions
          (version, description, type, applied, total, executed_at, execution_time, error, error_stmt, hash, partial_hashes, operator_version)
        values ('002', 'bodies', 2, 0, 1, now(), 0, 'canceling statement', 'alter table', '', '["h1:x"]', 'Atlas CLI v1.2.3');
      `)
      expect(await resolveCommand(context, request)).toMatchObject({ done: true })
      const { atlas } = await db.owner.task(readHistory)
      expect(atlas?.at(-1)).toMatchObject({
        version: '002',
        type: 6,
        applied: 1,
        total: 1,
        error: null,
      })
      expect(await statusCommand(context, 'test')).toMatchObject({ state: 'up to date' })
    })
  })

  it.skipIf(longer.skip).each([
    [{ version: '009' }, 'version 009: no such migration. There are: 001, 002, 003.'],
    [
      { version: '003' },
      '003: 002_bodies.sql comes before it and is not applied. Apply or resolve that first.',
    ],
    [{ version: '002', as: 'reverted' }, '002: is not applied, so there is nothing to resolve.'],
  ] as const)('refuses %j', async (wrong, sentence) => {
    await withFirst(async ({ context, project, seal }) => {
      await project.write('migrations/003_more.sql', 'select 1;\n')
      await seal()
      expect(await resolveCommand(context, { ...request, ...wrong }).catch(messageOf)).toBe(
        sentence,
      )
    })
  })

  it.skipIf(longer.skip)('refuses to revert what others were applied after', async () => {
    await withSmallWorld(async ({ context }) => {
      await applyCommand(context, usual)
      const reverted = { ...request, version: '001', as: 'reverted' } as const
      expect(await resolveCommand(context, reverted).catch(messageOf)).toBe(
        '001: 002_bodies.sql was applied after it. Roll that back or resolve it first.',
      )
    })
  })
})
