import { expect, test } from 'vitest'
import { applyCommand } from '../../src/commands/apply.ts'
import { planCommand } from '../../src/commands/plan.ts'
import { rollbackCommand } from '../../src/commands/rollback.ts'
import { verifyCommand } from '../../src/commands/verify.ts'
import type { Context } from '../../src/files/context.ts'
import { ownSchemas } from '../../src/files/own-schemas.ts'
import { withDatabase } from '../../src/postgres/connect.ts'
import { compareObservations } from '../../src/observer/compare-observations.ts'
import { observe } from '../../src/observer/observe.ts'
import type { Observation } from '../../src/observer/observe.ts'
import { applyEdit } from '../edits/edit.ts'
import { edits } from '../edits/edits.ts'
import { withTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { loadSchemaTexts, withEditedProject } from '../support/edited-project.ts'
import { sample } from '../support/sample.ts'
import { digestRows, loadSamples, readColumns } from '../support/samples.ts'
import { usual, usualRollback } from '../support/target.ts'
import { describeWith } from '../support/tools.ts'

/** One of each sort; what is lost in the down direction is what the edit itself brought. */
const through: readonly string[] = [
  'a new table with everything',
  'a column in the middle of a table',
  'the expression of a computed column, which indexes and keys use',
  'a type that a view and a policy look at',
  'a unique constraint that a foreign key needs changes its columns',
  'the command and the roles of a policy',
  'a right on a table goes, those on its columns stay',
  'a table is published in part',
  'a column more in the rows that a function answers',
  'the strictness of a function that computed columns call',
  'a label in the middle of an enum, used as a default at once',
  'the check of a domain',
  'a column that functions speak of has another name',
  'a table has another name, and a column of it too',
  'a function has another name',
  'a policy has another name',
  'a constraint has another name',
  'an index has another name',
  'a label has another name',
]

/** What stands against a down direction that needs an empty table. */
const nullValues = 'without a value for a new column that is NOT NULL'

const schema = await loadSchemaTexts()
const isAll = (process.env['TEST_ALL'] ?? '') !== ''
const tried = isAll ? edits : edits.filter(({ name }) => through.includes(name))

describeWith('go', 'plans that are carried out', () => {
  test.concurrent.each(sample(tried, { usual: 10, others: 5 }))(
    'planned, applied and rolled back: $name',
    async (edit) => {
      await withTestDatabase({ kind: 'platform', mode: 'today' }, (db) =>
        withEditedProject(
          applyEdit(schema, edit),
          (context) => expect(thereAndBack(db, context)).resolves.toBeUndefined(),
          db.url,
        ),
      )
    },
  )
})

/** Applies the migrations, puts sample rows in, plans the edit, applies it, and rolls it back. */
async function thereAndBack(db: TestDatabase, context: Context): Promise<void> {
  const { current } = await applyCommand(context, usual)
  expect((await loadSamples(db.superuser)).length).toBeGreaterThan(5)
  const before = await look(db)
  const { files, proved, segments, rows } = await planCommand(context, 'everyday_edit')
  expect({ proved, some: files.length > 0 }).toEqual({ proved: true, some: true })
  // What a plan declares lost may be lost.
  const isLossy = segments.some(({ statements }) =>
    statements.some(({ hazards }) => hazards.includes('data_loss')),
  )
  const { applied } = await applyCommand(context, { ...usual, allowDataLoss: isLossy })
  expect(applied.length * 2).toBe(files.length)
  // What was written is what the schema files say, and what the database has now.
  expect(await planCommand(context, undefined)).toMatchObject({ equal: true })
  expect(await verifyCommand(context, 'test')).toMatchObject({ same: true })
  const to = { kind: 'version', version: current ?? 'none' } as const
  const runDown = async (): Promise<unknown> =>
    rollbackCommand(context, { ...usualRollback, to, allowDataLoss: true })
  const emptied = rows.filter(({ why }) => why?.includes('needs an empty table'))
  const refusal = emptied.length === 0 ? undefined : await runDown().catch(String)
  expect(refusal ?? nullValues).toContain(nullValues)
  for (const { table } of emptied) await db.text(`truncate ${table} cascade`)
  await runDown()
  const after = await look(db)
  expect(compareObservations(after.observation, before.observation).differences).toEqual([])
  expect(isLossy ? before.rows : after.rows).toEqual(before.rows)
}

interface Seen {
  readonly observation: Observation
  readonly rows: unknown
}

/** The catalog, and the sample rows by digest. */
async function look({ adminUrl, superuser }: TestDatabase): Promise<Seen> {
  const observation = await withDatabase(adminUrl, (admin) =>
    observe(admin, { ignoreSchemas: ownSchemas }),
  )
  const rows: Record<string, unknown> = {}
  for (const table of ['profiles', 'task_history', 'user_tokens', 'workflows', 'execution_logs'])
    rows[table] = await digestRows(superuser, table, await readColumns(superuser, table))
  return { observation, rows }
}
