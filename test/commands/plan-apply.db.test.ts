import { expect, test } from 'vitest'
import { applyCommand } from '../../src/commands/apply.ts'
import { planCommand } from '../../src/commands/plan.ts'
import { rollbackCommand } from '../../src/commands/rollback.ts'
import { verifyCommand } from '../../src/commands/verify.ts'
import { historySchemas } from '../../src/deploy/history.ts'
import { withDatabase } from '../../src/postgres/connect.ts'
import { compareObservations } from '../../src/proof/compare.ts'
import { observe } from '../../src/proof/observe.ts'
import type { Observation } from '../../src/proof/observe.ts'
import { applyEdit } from '../edits/edit.ts'
import { edits } from '../edits/edits.ts'
import { useDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { loadSchemaTexts, withEditedProject } from '../support/edited-project.ts'
import { digestRows, loadSamples, readColumns } from '../support/samples.ts'
import { usual, usualRollback } from '../support/target.ts'
import { describeWith } from '../support/tools.ts'

/** One of each sort; what is lost on the way back is what the edit itself brought. */
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
]

const schema = await loadSchemaTexts()
const db = useDatabase({ kind: 'platform', mode: 'today' })

describeWith('go', 'plans that are carried out', () => {
  test('a database gets the migrations and sample rows', async () => {
    const { current } = await withEditedProject(
      schema,
      (context) => applyCommand(context, usual),
      db.url,
    )
    expect(current).toBe('006')
    expect((await loadSamples(db.superuser)).length).toBeGreaterThan(5)
  })

  test.each(edits.filter(({ name }) => through.includes(name)))(
    'planned, applied and rolled back: $name',
    async (edit) => {
      await withEditedProject(
        applyEdit(schema, edit),
        async (context) => {
          const before = await look(db)
          const { files, proved } = await planCommand(context, 'everyday_edit')
          expect({ proved, some: files.length > 0 }).toEqual({ proved: true, some: true })
          const { applied } = await applyCommand(context, usual)
          expect(applied.length * 2).toBe(files.length)
          // What was written is what the schema files say, and what the database has now.
          expect(await planCommand(context, undefined)).toMatchObject({ equal: true })
          expect(await verifyCommand(context, 'test')).toMatchObject({ same: true })
          await rollbackCommand(context, {
            ...usualRollback,
            to: { kind: 'version', version: '006' },
            allowDataLoss: true,
          })
          const after = await look(db)
          expect(compareObservations(after.observation, before.observation).differences).toEqual([])
          expect(after.rows).toEqual(before.rows)
        },
        db.url,
      )
    },
  )
})

interface Seen {
  readonly observation: Observation
  readonly rows: unknown
}

/** The catalog, and the sample rows by digest. */
async function look({ adminUrl, superuser }: TestDatabase): Promise<Seen> {
  const observation = await withDatabase(adminUrl, (admin) =>
    observe(admin, { ignoreSchemas: historySchemas }),
  )
  const rows: Record<string, unknown> = {}
  for (const table of ['profiles', 'task_history', 'user_tokens', 'workflows', 'execution_logs'])
    rows[table] = await digestRows(superuser, table, await readColumns(superuser, table))
  return { observation, rows }
}
