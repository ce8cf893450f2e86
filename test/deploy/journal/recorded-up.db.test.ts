import { describe, expect, it } from 'vitest'
import { applyCommand } from '../../../src/commands/apply.ts'
import { driftCommand } from '../../../src/commands/drift.ts'
import { acceptDriftCommand } from '../../../src/commands/drift-accept.ts'
import { resolveCommand } from '../../../src/commands/resolve.ts'
import { rollbackCommand } from '../../../src/commands/rollback.ts'
import { switchCommand } from '../../../src/commands/switch.ts'
import { defaultLimits } from '../../../src/deploy/session/session.ts'
import { messageOf } from '../../../src/errors.ts'
import { loadMigrations } from '../../../src/files/migrations.ts'
import { sentencesOf } from '../../../src/model/sections.ts'
import { sendText, withSession } from '../../../src/postgres/connect.ts'
import { sql } from '../../support/database.ts'
import { longer } from '../../support/sample.ts'
import type { SmallWorld } from '../../support/small-project.ts'
import { usual } from '../../support/target.ts'
import { columnsOf, leave, telling, toOne, withFour } from './four-versions.ts'

const checked = { ...toOne, allowDrift: false } as const
const { version: _version, ...common } = usual
const following = { ...common, allowDrift: false } as const

const comparing = 'comparing the database with what its history makes'
const trying = 'trying the down files on a copy'

async function texts({ db }: SmallWorld): Promise<unknown> {
  const rows = await db.query(sql`select up from schema_journal.files order by version`)
  return rows.map((row) => row['up'])
}

/** The files of the checkout. */
async function textsHere({ context }: SmallWorld): Promise<string[]> {
  const { migrations } = await loadMigrations(context.project.folders.migrations)
  return migrations.map(({ text }) => text)
}

const noText = 'this checkout lacks, or has otherwise, 003_more.sql (the journal has no text of it)'

const otherText =
  'this checkout lacks, or has otherwise, 003_more.sql (its text in the journal is not the one that was recorded: its SHA-256 is another one)'

describe('what only the journal has the file of', () => {
  it('is replayed for a rollback, and its down file is tried on a copy', async () => {
    await withFour(async (world) => {
      const four = await textsHere(world)
      expect(await texts(world)).toEqual(four)
      await leave(world, '003_more.sql')
      await world.db.text('create table public.stray (id bigint)')
      expect(await rollbackCommand(world.context, checked).catch(messageOf)).toMatch(
        /: the database is not what its history makes: it drifted\.\n {2}tables: not expected: public\.stray\n/,
      )
      await world.db.text('drop table public.stray')
      const { context, steps, notes } = telling(world.context)
      expect(await rollbackCommand(context, checked)).toMatchObject({ current: '001' })
      expect(steps).toEqual(expect.arrayContaining([comparing, trying]))
      expect(notes).toEqual([])
      expect(await columnsOf(world)).toEqual(['id'])
      expect(await texts(world)).toEqual(four.slice(0, 1))
    })
  })

  it.skipIf(longer.skip)('has its down file refused where that fails on the copy', async () => {
    await withFour(async (world) => {
      const { context, project, behind, seal } = world
      await rollbackCommand(context, { ...toOne, to: { kind: 'version', version: '003' } })
      await project.write('migrations/004_last.sql', 'alter table public.notes add column z int;\n')
      await behind.write('migrations/down/004_last.sql', 'drop table public.nowhere;\n')
      await seal()
      await applyCommand(context, usual)
      await leave(world, '004_last.sql')
      expect(
        await rollbackCommand(context, { ...toOne, allowDataLoss: true }).catch(messageOf),
      ).toMatch(
        /^schema_journal\.files: down\/004_last\.sql:1:1: .*nowhere.*\nThat was on a copy of what the migrations make\./s,
      )
    })
  })

  it('is compared by drift, and not accepted from a checkout without it', async () => {
    await withFour(async (world) => {
      const { db } = world
      await leave(world, '003_more.sql')
      const { context, notes } = telling(world.context)
      expect(await driftCommand(context, 'test')).toMatchObject({ same: true, current: '004' })
      expect(notes).toEqual([
        'replayed from the journal, since this checkout lacks it, or has another one: 003_more.sql',
      ])
      await db.text('alter table public.notes drop column more')
      const { sections } = await driftCommand(world.context, 'test')
      expect(sentencesOf(sections)).toEqual(['columns: missing: public.notes.more'])
      const accept = { environment: 'test', name: 'keep', lockWait: 200 }
      expect(await acceptDriftCommand(world.context, accept).catch(messageOf)).toBe(
        'this checkout lacks 003_more.sql, or has another one, so no migration can follow it here. ' +
          'Accept what drifted from a checkout that has it. Nothing was written.',
      )
    })
  })

  it.skipIf(longer.skip)('is compared by a switch, before and after', async () => {
    await withFour(async (world) => {
      await leave(world, '004_last.sql')
      const { context, steps, notes } = telling(world.context)
      expect(await switchCommand(context, following)).toMatchObject({ stays: '003' })
      expect(steps.filter((step) => step === comparing || step === trying)).toEqual([
        comparing,
        trying,
      ])
      expect(notes).toEqual([])
    })
  })

  it.skipIf(longer.skip)('can have its version resolved', async () => {
    await withFour(async (world) => {
      const four = await textsHere(world)
      await leave(world, '004_last.sql')
      await world.db.text('alter table public.notes drop column last')
      const request = {
        environment: 'test',
        version: '004',
        as: 'reverted',
        lockWait: 200,
      } as const
      expect(
        await resolveCommand(world.context, { ...request, dryRun: false, allowDifferences: false }),
      ).toMatchObject({ done: true })
      expect(await texts(world)).toEqual(four.slice(0, 3))
    })
  })
})

describe('a journal without the text of a file', () => {
  it('is used as it is, and gets column and texts with the next apply', async () => {
    await withFour(async (world) => {
      const { context, db, behind, seal } = world
      const four = await textsHere(world)
      await db.text('alter table schema_journal.files drop column up')
      await leave(world, '003_more.sql')
      const told = telling(context)
      await rollbackCommand(told.context, { ...checked, dryRun: true })
      expect(told.notes).toEqual([
        `not compared with what its history makes: ${noText}`,
        `the down files are not tried on a copy: ${noText}`,
      ])
      expect(await driftCommand(context, 'test').catch(messageOf)).toBe(
        `${noText}, so the database cannot be compared with what its history makes. Compare from a checkout that has it.`,
      )
      await behind.write('migrations/003_more.sql', four[2] ?? '')
      await behind.write(
        'migrations/down/003_more.sql',
        'alter table public.notes drop column more;\n',
      )
      await seal()
      await applyCommand(context, usual)
      expect(await texts(world)).toEqual(four)
      expect(
        await db.query(sql`select 1 from schema_journal.events where verb = 'record'`),
      ).toEqual([])
    })
  })

  it.skipIf(longer.skip)('is said to be so where somebody edited the text', async () => {
    await withFour(async (world) => {
      const { context, db } = world
      await leave(world, '003_more.sql')
      await db.text(`update schema_journal.files set up = 'select 1' where version = '003'`)
      const told = telling(context)
      await rollbackCommand(told.context, { ...checked, dryRun: true })
      expect(told.notes).toEqual([
        `not compared with what its history makes: ${otherText}`,
        `the down files are not tried on a copy: ${otherText}`,
      ])
    })
  })
})

it('a journal that others may read gets no text', async () => {
  await withFour(async (world) => {
    const { db, context } = world
    const four = await textsHere(world)
    await db.text(`
      update schema_journal.files set up = null;
      grant select (version) on table schema_journal.files to service_role;
    `)
    await applyCommand(context, usual)
    expect(await texts(world)).toEqual(four)
    await db.text(`
      update schema_journal.files set up = null;
      grant select on table schema_journal.files to service_role;
    `)
    const told = telling(context)
    await applyCommand(told.context, usual)
    expect(told.notes).toEqual([
      'the journal keeps no text of migrations: service_role may read schema_journal.files: revoke that',
    ])
    expect(await texts(world)).toEqual([null, null, null, null])
    await db.text('revoke all on table schema_journal.files from service_role')
    await applyCommand(context, usual)
    expect(await texts(world)).toEqual(four)
  })
})

it.skipIf(longer.skip)(
  'a journal whose column cannot be added now is written without it',
  async () => {
    await withFour(async (world) => {
      const { db, context, behind, seal } = world
      await db.text('alter table schema_journal.files drop column up')
      await behind.write('migrations/005_new.sql', 'alter table public.notes add column new int;\n')
      await seal()
      const told = telling(context)
      const limits = { ...defaultLimits, lock: 50 }
      await withSession(db.url, async (other) => {
        await sendText(other, 'begin; lock table schema_journal.files in access share mode')
        await applyCommand(told.context, { ...usual, limits })
        await sendText(other, 'commit')
      })
      expect(told.notes.filter((note) => note.includes('journal'))).toEqual([
        'the journal keeps no text of migrations: canceling statement due to lock timeout (55P03)',
      ])
      await applyCommand(context, usual)
      expect(await texts(world)).toEqual(await textsHere(world))
    })
  },
)
