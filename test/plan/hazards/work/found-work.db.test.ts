import { describe, test } from 'vitest'
import { riskText } from '../../../../src/plan/hazards/hazard.ts'
import { withMeasured } from '../../../../src/plan/write/measured-hazards.ts'
import { workHazards } from '../../../../src/plan/hazards/work/found-work.ts'
import type { Context } from '../../../../src/plan/rule.ts'
import type { Statement } from '../../../../src/plan/statement.ts'
import type { WrittenPlan } from '../../../../src/plan/write/write-plan.ts'
import { sendText } from '../../../../src/postgres/connect.ts'
import type { Queryable } from '../../../../src/postgres/connect.ts'
import { startMeasuring } from '../../../../src/proof/measure.ts'
import { loadCases, planCase } from '../../../cases/run-case.ts'
import { withTestWorkbench } from '../../../support/database.ts'
import { sample } from '../../../support/sample.ts'
import { explained } from '../explained.ts'

const all = await loadCases(`${import.meta.dirname}/../../../cases`)
const cases = sample(
  all.filter(({ refused }) => refused.length === 0),
  { usual: 4, others: 4 },
)

describe.concurrent('what is documented of a statement is what PostgreSQL does', () => {
  test.for(cases.map((each) => [each.name, each] as const))('%s', async ([, given], { expect }) => {
    const wrong = await withTestWorkbench((workbench) =>
      planCase(workbench, given, async ({ start: { owner }, up, down, context }) => {
        const { from, to } = context
        return [
          ...(await compareAll(owner, up, context)),
          ...(await compareAll(owner, down, { from: to, to: from })),
        ]
      }),
    )
    expect(wrong).toEqual([])
  })
})

/**
 * Runs statements one by one, each in a transaction of its own: a lock that is held already is not seen again. What a
 * statement sets for its transaction is set in those that follow, too.
 */
async function compareAll(
  db: Queryable,
  { plan }: WrittenPlan,
  context: Context,
): Promise<string[]> {
  const wrong: string[] = []
  const settings: string[] = []
  for (const statement of plan.segments.flatMap(({ statements }) => statements)) {
    if (statement.concurrently === true) {
      // PostgreSQL refuses it in a transaction, and a plan measures nothing of it.
      await sendText(db, statement.sql)
      continue
    }
    const measured = await db.tx(async (tx) => {
      for (const setting of settings) await sendText(tx, setting)
      const { read } = await startMeasuring(tx)
      await sendText(tx, statement.sql)
      return (await read()).whole
    })
    if (statement.action.kind === 'setLocal') settings.push(statement.sql)
    const [said, seen] = [statement, withMeasured(statement, measured, context)].map(workOf)
    const differs = [
      ...(said ?? [])
        .filter((each) => !seen?.includes(each))
        .map((each) => `said, not seen: ${each}`),
      ...(seen ?? [])
        .filter((each) => !said?.includes(each))
        .map((each) => `seen, not said: ${each}`),
    ]
    wrong.push(
      ...differs
        .filter((difference) => explained(statement, difference) === undefined)
        .map(
          (difference) =>
            `${difference}\n${statement.verb} ${statement.object} ${statement.attribute ?? ''}: ${statement.sql}`,
        ),
    )
  }
  return wrong
}

function workOf({ risks }: Statement): string[] {
  return risks.filter(({ hazard }) => workHazards.has(hazard)).map(riskText)
}
