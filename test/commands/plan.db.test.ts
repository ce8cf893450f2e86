import { describe, expect, test } from 'vitest'
import { planCommand } from '../../src/commands/plan.ts'
import type { PlanResult } from '../../src/commands/plan-result.ts'
import { messageOf } from '../../src/errors.ts'
import { applyEdit } from '../edits/edit.ts'
import { edits } from '../edits/edits.ts'
import { loadSchemaTexts, withEditedProject } from '../support/edited-project.ts'

const schema = await loadSchemaTexts()

describe.concurrent('an everyday edit of the schema is planned and proved, there and back', () => {
  test.each(edits)('$name', async (edit) => {
    const result = await withEditedProject(applyEdit(schema, edit), (context) =>
      planCommand(context, undefined).then(summary, messageOf),
    )
    expect(result).toEqual({ equal: false, proved: true, wrong: [] })
  })
})

/** What of a plan is not as it should be. */
function summary({ equal, proved, unmanaged, proof, rows }: PlanResult): unknown {
  return {
    equal,
    proved,
    wrong: [
      ...unmanaged.map(({ object, why }) => `${object}: ${why}`),
      ...proof.flatMap(({ way, differences }) =>
        differences.map(({ object, what }) => `${way}: ${object}: ${what}`),
      ),
      ...rows.filter(({ kept }) => kept === false).map(({ table }) => `rows of ${table}`),
    ],
  }
}
