import { describe, expect, it } from 'vitest'
import { switchCommand } from '../../../src/commands/switch.ts'
import { rollbackCommand } from '../../../src/commands/rollback.ts'
import { readJournaledFiles } from '../../../src/deploy/journal/journaled-files.ts'
import { messageOf } from '../../../src/errors.ts'
import { longer } from '../../support/sample.ts'
import { usual, usualRollback } from '../../support/target.ts'
import { columnsOf, leave, toOne, withFour } from './four-versions.ts'

describe('a rollback from a checkout that lacks a file', () => {
  it('takes its down file from the journal', async () => {
    await withFour(async (world) => {
      const { context, db } = world
      await leave(world, '003_more.sql')
      await leave(world, '004_last.sql')
      // To a version that the checkout lacks too.
      const toThree = { ...usualRollback, to: { kind: 'version', version: '003' } } as const
      expect(await rollbackCommand(context, toThree)).toMatchObject({
        rolledBack: [{ version: '004', name: 'last' }],
        current: '003',
      })
      expect(await columnsOf(world)).toEqual(['body', 'id', 'more'])
      expect(await rollbackCommand(context, toOne)).toMatchObject({
        rolledBack: [
          { version: '003', name: 'more' },
          { version: '002', name: 'bodies' },
        ],
        current: '001',
      })
      expect(await columnsOf(world)).toEqual(['id'])
      const files = await db.owner.task(readJournaledFiles)
      expect(files.map(({ version }) => version)).toEqual(['001'])
    })
  })

  it('takes it where another file has the number here, and one came in between', async () => {
    await withFour(async (world) => {
      const { context, project, seal } = world
      await leave(world, '003_more.sql')
      await project.write('migrations/003_mine.sql', 'select 1;\n')
      await seal()
      expect(await rollbackCommand(context, toOne)).toMatchObject({
        rolledBack: [{ name: 'last' }, { name: 'more' }, { name: 'bodies' }],
      })
      expect(await columnsOf(world)).toEqual(['id'])
    })
  })

  it.skipIf(longer.skip)(
    'is refused where the journal has no down file of it, or not the one that was recorded',
    async () => {
      await withFour(async (world) => {
        const { context, db } = world
        await leave(world, '004_last.sql')
        await db.text(`update schema_journal.files set down = 'select 1;' where version = '004'`)
        expect(await rollbackCommand(context, toOne).catch(messageOf)).toBe(
          'schema_journal.files: down/004_last.sql: is not as it was recorded (its SHA-256 is another one): somebody edited it there. Nothing was changed. ' +
            'Roll back from a checkout that has 004_last.sql with its down file.',
        )
        await db.text(
          `update schema_journal.files set down = null, down_hash = null where version = '004'`,
        )
        expect(await rollbackCommand(context, toOne).catch(messageOf)).toBe(
          '004_last.sql: this checkout lacks it, and no down file was recorded when it was applied. ' +
            'Roll it back from a checkout that has it with its down file, or roll back only to version 004.',
        )
        await db.text('delete from schema_journal.files')
        expect(await rollbackCommand(context, toOne).catch(messageOf)).toMatch(
          /^the database's history has a version that .* lacks: 004\./,
        )
        expect(await columnsOf(world)).toEqual(['body', 'id', 'last', 'more'])
      })
    },
  )
})

it.skipIf(longer.skip)(
  'what a baseline of Atlas declares counts as applied, though it has no rows',
  async () => {
    await withFour(async (world) => {
      const { context, db } = world
      await db.text(`
      delete from atlas_schema_revisions.atlas_schema_revisions where version < '003';
      delete from schema_journal.files where version < '003';
      update atlas_schema_revisions.atlas_schema_revisions set type = 1, hash = '' where version = '003';
    `)
      const { version: _version, ...common } = usual
      const request = { ...usualRollback, ...common, dryRun: true }
      expect(await switchCommand(context, request)).toMatchObject({
        stays: '004',
        back: [],
        ahead: [],
      })
      expect(await rollbackCommand(context, toOne)).toMatchObject({ current: '001' })
    })
  },
)

it('a down file that is not the recorded one is refused before anything is changed', async () => {
  await withFour(async (world) => {
    const { context, behind } = world
    const path = await behind.write(
      'migrations/down/003_more.sql',
      'alter table public.notes drop column more, drop column body;\n',
    )
    expect(await rollbackCommand(context, toOne).catch(messageOf)).toBe(
      `${path}: is not the down file that was recorded when 003 was applied. Nothing was changed. ` +
        'Restore it (git checkout). If the edit is meant, prove it and have it recorded: npm run prove 003, npm run resolve test 003 applied',
    )
    expect(await columnsOf(world)).toEqual(['body', 'id', 'last', 'more'])
    await behind.remove('migrations/down/003_more.sql')
    expect(await rollbackCommand(context, toOne)).toMatchObject({ current: '001' })
  })
})
