import { expect, test } from 'vitest'
import { planCommand } from '../../src/commands/plan.ts'
import type { PlanResult } from '../../src/planning/plan-result.ts'
import { messageOf } from '../../src/errors.ts'
import { applyEdit } from '../edits/edit.ts'
import { edits } from '../edits/edits.ts'
import { sample } from '../support/sample.ts'
import { loadSchemaTexts, withEditedProject } from '../support/edited-project.ts'
import { describeWith } from '../support/tools.ts'

const schema = await loadSchemaTexts()

describeWith('go', 'an everyday edit of the schema is planned and proved, there and back', () => {
  test.concurrent.each(sample(edits, { usual: 2, others: 5 }))('$name', async (edit) => {
    const result = await withEditedProject(applyEdit(schema, edit), (context) =>
      planCommand(context, undefined).then(summary, messageOf),
    )
    expect(result).toEqual({ equal: false, proved: true, wrong: [] })
  })
})

describeWith('go', 'what a plan says', () => {
  test('the answer says all: statements, hazards, the down direction, locks, proof, rows', async () => {
    const { proof, ...rest } = await planOf('a column that clients may write')
    expect(proof.map(({ way, part, differences }) => ({ way, part, differences }))).toEqual([
      { way: 'up', part: 1, differences: [] },
      { way: 'down', part: 1, differences: [] },
    ])
    const table = 'public.workflows'
    const column = { kind: 'column', object: `column ${table}.note` }
    expect(rest).toEqual({
      equal: false,
      proved: true,
      segments: [
        {
          transaction: true,
          statements: [
            {
              ...column,
              verb: 'create',
              parts: [],
              note: null,
              sql: `alter table ${table}\n  add column note text`,
              hazards: ['blocks_reads'],
              risks: [{ hazard: 'blocks_reads', what: table }],
              by: 'atlas',
            },
            {
              kind: 'table',
              object: `table ${table}`,
              verb: 'grant',
              parts: [],
              note: null,
              sql: `grant update (note) on table ${table} to authenticated`,
              hazards: ['opens_access'],
              risks: [{ hazard: 'opens_access', what: `authenticated may update ${table} (note)` }],
              by: 'own',
            },
          ],
        },
      ],
      down: [
        {
          transaction: true,
          statements: [
            {
              ...column,
              verb: 'drop',
              parts: [],
              note: null,
              sql: `alter table ${table}\n  drop column note`,
              hazards: ['data_loss', 'blocks_reads', 'breaks_clients'],
              risks: [
                { hazard: 'data_loss', what: `column ${table}.note` },
                { hazard: 'blocks_reads', what: table },
                { hazard: 'breaks_clients', what: `column ${table}.note is dropped` },
              ],
              by: 'atlas',
            },
          ],
        },
      ],
      tables: [
        { table, way: 'up', by: 'atlas', why: 'column note: added', failed: null },
        { table, way: 'down', by: 'atlas', why: 'column note: removed', failed: null },
      ],
      unmanaged: [],
      locks: [{ table, mode: 'access exclusive' }],
      rows: [{ table, rows: 3, kept: true, why: null }],
      notes: [],
      files: [],
      failing: [],
      why: null,
    })
  })

  test('a required column that goes has a down direction for an empty table, which is said', async () => {
    const { proved, rows, down } = await planOf('a column goes with its index and comment')
    const back = down.flatMap(({ statements }) => statements)
    expect({ proved, rows, hazards: back.flatMap(({ hazards }) => hazards) }).toEqual({
      proved: true,
      hazards: ['scan', 'blocks_reads', 'needs_empty_table', 'scan', 'blocks_writes'],
      rows: [
        {
          table: 'public.user_tokens',
          rows: 0,
          kept: null,
          why: 'the down direction needs an empty table, since it restores a required column without its values',
        },
      ],
    })
  })
})

async function planOf(name: string): Promise<PlanResult> {
  const edit = edits.find((each) => each.name === name)
  if (edit === undefined) throw new Error(`${name}: no such edit`)
  return withEditedProject(applyEdit(schema, edit), (context) => planCommand(context, undefined))
}

/** What of a plan is not as it should be. */
function summary({ equal, proved, tables, unmanaged, proof, rows }: PlanResult): unknown {
  return {
    equal,
    proved,
    wrong: [
      ...unmanaged.map(({ object, why }) => `${object}: ${why}`),
      ...tables.flatMap(({ table, failed }) => (failed === null ? [] : [`${table}: ${failed}`])),
      ...proof.flatMap(({ way, differences }) =>
        differences.map(({ object, what }) => `${way}: ${object}: ${what}`),
      ),
      ...rows.filter(({ kept }) => kept === false).map(({ table }) => `rows of ${table}`),
    ],
  }
}
