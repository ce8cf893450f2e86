import { applyCommand } from '../../../src/commands/apply.ts'
import type { Context } from '../../../src/files/context.ts'
import { sql } from '../../support/database.ts'
import { withSmallWorld } from '../../support/small-project.ts'
import type { SmallWorld } from '../../support/small-project.ts'
import { usual, usualRollback } from '../../support/target.ts'

/** A rollback to the first version. */
export const toOne = { ...usualRollback, to: { kind: 'version', version: '001' } } as const

/** The small project whose database has 003 and 004 beside the first two. */
export async function withFour(use: (world: SmallWorld) => Promise<void>): Promise<void> {
  await withSmallWorld(async (world) => {
    const { project, seal, context } = world
    for (const [file, column] of [
      ['003_more.sql', 'more'],
      ['004_last.sql', 'last'],
    ] as const) {
      await project.write(
        `migrations/${file}`,
        `alter table public.notes add column ${column} int;\n`,
      )
      await project.write(
        `migrations/down/${file}`,
        `alter table public.notes drop column ${column};\n`,
      )
    }
    await seal()
    await applyCommand(context, usual)
    await use(world)
  })
}

/** Has the checkout lack a migration with its down file. */
export async function leave({ behind, seal }: SmallWorld, file: string): Promise<void> {
  await behind.remove(`migrations/${file}`)
  await behind.remove(`migrations/down/${file}`)
  await seal()
}

/** The columns of the table of notes, by name. */
export async function columnsOf({ db }: SmallWorld): Promise<unknown> {
  const [row] = await db.query(sql`
    select array(
      select a.attname::text from pg_catalog.pg_attribute as a
      where a.attrelid = 'public.notes'::regclass and a.attnum > 0 and not a.attisdropped
      order by 1
    ) as columns
  `)
  return row?.['columns']
}

/** The same context, and what was told in it. */
export function telling(context: Context): {
  readonly context: Context
  readonly steps: string[]
  readonly notes: string[]
} {
  const steps: string[] = []
  const notes: string[] = []
  const talk = {
    step: (text: string) => void steps.push(text),
    note: (text: string) => void notes.push(text),
  }
  return { context: { ...context, talk }, steps, notes }
}
