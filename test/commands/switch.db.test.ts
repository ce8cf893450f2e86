import { describe, expect, it } from 'vitest'
import { applyCommand } from '../../src/commands/apply.ts'
import { statusCommand } from '../../src/commands/status.ts'
import { switchCommand } from '../../src/commands/switch.ts'
import { verifyCommand } from '../../src/commands/verify.ts'
import { messageOf } from '../../src/errors.ts'
import { sql } from '../support/database.ts'
import { longer } from '../support/sample.ts'
import { withSmallWorld } from '../support/small-project.ts'
import type { SmallWorld } from '../support/small-project.ts'
import { usual, usualRollback } from '../support/target.ts'

const { version: _version, ...common } = usual
const request = { ...common, allowDataLoss: false, checkTimeout: usualRollback.checkTimeout }

async function addColumn({ behind }: SmallWorld, stem: string): Promise<void> {
  const column = stem.slice('003_'.length)
  await behind.write(
    `migrations/${stem}.sql`,
    `alter table public.notes add column ${column} int;\n`,
  )
  await behind.write(
    `migrations/down/${stem}.sql`,
    `alter table public.notes drop column ${column};\n`,
  )
}

async function leave({ behind }: SmallWorld, stem: string): Promise<void> {
  await behind.remove(`migrations/${stem}.sql`)
  await behind.remove(`migrations/down/${stem}.sql`)
}

/** The database has 003_more and 004_last; the checkout another 003, and 004_last after it. */
async function withBranch(use: (world: SmallWorld) => Promise<void>): Promise<void> {
  await withSmallWorld(async (world) => {
    await addColumn(world, '003_more')
    await addColumn(world, '004_last')
    await world.seal()
    await applyCommand(world.context, usual)
    await leave(world, '003_more')
    await addColumn(world, '003_mine')
    await world.seal()
    await use(world)
  })
}

const decided = {
  stays: '002',
  back: [
    { version: '004', name: 'last' },
    { version: '003', name: 'more' },
  ],
  ahead: [
    { version: '003', name: 'mine' },
    { version: '004', name: 'last' },
  ],
}

describe('switch', () => {
  it('says what is rolled back, and how to go on, where the apply behind it fails', async () => {
    await withBranch(async ({ context, behind, seal }) => {
      await behind.write(
        'migrations/003_mine.sql',
        'alter table public.nowhere add column a int;\n',
      )
      await seal()
      const message = await switchCommand(context, request).then(() => 'done', messageOf)
      expect(message.split('\n').slice(-2)).toEqual([
        'Nothing more was changed.',
        'Rolled back before: 004_last, 003_more. Continue with: npm run switch test',
      ])
    })
  })

  it('rolls back what the checkout lacks, by the recorded down files, and applies what it has', async () => {
    await withBranch(async (world) => {
      const { context, behind } = world
      // An edited down file of the checkout does not matter: what was recorded is run.
      await behind.write('migrations/down/004_last.sql', 'select 1;\n')
      expect(await switchCommand(context, request)).toMatchObject({
        ...decided,
        rollback: { rolledBack: decided.back, current: '002' },
        apply: { applied: decided.ahead, current: '004' },
      })
      expect(await statusCommand(context, 'test')).toMatchObject({ state: 'up to date' })
      expect(await verifyCommand(context, 'test')).toMatchObject({ same: true, current: '004' })
      expect(await switchCommand(context, request)).toMatchObject({
        stays: '004',
        back: [],
        ahead: [],
        rollback: null,
        apply: { applied: [] },
      })
    })
  })

  it.skipIf(longer.skip)('shows all that in a dry run, and changes nothing', async () => {
    await withBranch(async ({ context }) => {
      expect(await switchCommand(context, { ...request, dryRun: true })).toMatchObject({
        ...decided,
        rollback: { pending: decided.back, answers: [] },
        apply: null,
      })
      expect(await statusCommand(context, 'test')).toMatchObject({
        state: 'unclear',
        current: '004',
      })
    })
  })

  it.skipIf(longer.skip)('loses values only where that is allowed', async () => {
    await withBranch(async ({ context, db }) => {
      await db.text("insert into public.notes (body, more) values ('a', 1)")
      expect(await switchCommand(context, request).catch(messageOf)).toMatch(/more/)
      expect(await db.query(sql`select more from public.notes`)).toEqual([{ more: 1 }])
      expect(await switchCommand(context, { ...request, allowDataLoss: true })).toMatchObject({
        apply: { current: '004' },
      })
    })
  })

  it.skipIf(longer.skip)('follows an edit of a file that was applied', async () => {
    await withSmallWorld(async (world) => {
      const { context, behind, seal } = world
      await applyCommand(context, usual)
      await behind.write(
        'migrations/002_bodies.sql',
        'alter table public.notes add column title text;\n',
      )
      await behind.write(
        'migrations/down/002_bodies.sql',
        'alter table public.notes drop column title;\n',
      )
      await seal()
      expect(await switchCommand(context, request)).toMatchObject({
        stays: '001',
        back: [{ version: '002' }],
        ahead: [{ version: '002' }],
      })
      expect(await verifyCommand(context, 'test')).toMatchObject({ same: true, current: '002' })
    })
  })

  it.skipIf(longer.skip)('goes on where it was cut off between the two', async () => {
    await withBranch(async (world) => {
      const { context, behind, seal } = world
      await behind.write('migrations/003_mine.sql', 'select 1 / 0;\n')
      await seal()
      expect(await switchCommand(context, request).catch(messageOf)).toMatch(/division by zero/)
      expect(await statusCommand(context, 'test')).toMatchObject({
        state: 'pending',
        current: '002',
      })
      await leave(world, '003_mine')
      await addColumn(world, '003_mine')
      await seal()
      expect(await switchCommand(context, request)).toMatchObject({
        back: [],
        apply: { current: '004' },
      })
    })
  })

  it.skipIf(longer.skip)(
    'does nothing when it comes to something else than was agreed to',
    async () => {
      await withBranch(async ({ context }) => {
        const agreed = { ...decided, ahead: [] }
        expect(await switchCommand(context, { ...request, agreed }).catch(messageOf)).toBe(
          'What is to be rolled back and applied changed since it was shown. Nothing was done. Run the same command again.',
        )
      })
    },
  )

  it('is refused where nobody recorded how a file that the checkout lacks is rolled back', async () => {
    await withBranch(async ({ context, db }) => {
      await db.text('delete from schema_journal.files')
      expect(await switchCommand(context, request).catch(messageOf)).toMatch(
        /^the database has 003 as more, this checkout as mine\. /,
      )
    })
  })

  it('keeps what would be lost where that is asked, and puts it back on the way back', async () => {
    await withBranch(async (world) => {
      const { context, db, seal } = world
      await db.text("insert into public.notes (body, more) values ('a', 1)")
      expect(await switchCommand(context, { ...request, archive: true })).toMatchObject({
        rollback: { archived: [{ version: '003', column: 'more', rows: 1 }] },
        // Another migration of that version does not get the values.
        apply: { current: '004', putBack: [] },
      })
      await leave(world, '003_mine')
      await addColumn(world, '003_more')
      await seal()
      expect(await switchCommand(context, { ...request, archive: true })).toMatchObject({
        apply: { putBack: [{ version: '003', column: 'more', rows: 1, of: 1 }] },
      })
      expect(await db.query(sql`select body, more from public.notes`)).toEqual([
        { body: 'a', more: 1 },
      ])
    })
  })
})
