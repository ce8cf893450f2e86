import { consultAtlas } from '../../src/planning/consult-atlas.ts'
import { rules } from '../../src/plan/rules/rules.ts'
import { writePlan } from '../../src/plan/write/write-plan.ts'
import { routeTables } from '../../src/plan/atlas/route-tables.ts'
import { runPlan } from '../../src/proof/run-plan.ts'
import { arrives } from '../../src/proof/run-up-and-down.ts'
import type { Workbench } from '../../src/workbench/server/server.ts'
import { toolVariables } from '../support/atlas.ts'
import { silent } from '../support/talk.ts'
import { load, scopeOf, send, withOpenScratch } from './run-case.ts'
import type { Case } from './run-case.ts'

const style = { rules, authored: new Map<never, never>() }

/**
 * What is wrong with the plan of a case whose tables Atlas plans, as far as they are its own: nothing when it holds
 * in both directions, and Atlas says neither more nor less of a table than differs. Undefined for a case without a
 * table of Atlas's.
 */
export async function runWithAtlas(
  workbench: Workbench,
  given: Case,
): Promise<readonly string[] | undefined> {
  return withOpenScratch(workbench, given, (start) =>
    withOpenScratch(workbench, given, async (goal) => {
      const [current, desired] = await Promise.all([
        load(start, given.before),
        load(goal, given.after),
      ])
      const [from, to] = [current.catalog, desired.catalog]
      const routes = [...routeTables({ from, to }), ...routeTables({ from: to, to: from })]
      if (!routes.some(({ by }) => by === 'atlas')) return undefined
      const consulted = await consultAtlas(
        { variables: toolVariables(), talk: silent },
        { current: from, desired: to },
        (use) => use(start.url, goal.url),
      )
      const up = writePlan({ from, to }, { ...style, atlas: consulted.up.answer })
      const down = writePlan({ from: to, to: from }, { ...style, atlas: consulted.down.answer })
      await send(start, given.rows)
      const isWhole = up.plan.segments.length === 1
      const walk = await runPlan(start, {
        current,
        desired,
        up,
        planDown: (there, back) =>
          isWhole && there === to ? down : writePlan({ from: there, to: back }, style),
        view: { scope: scopeOf(given.before), ignoreSchemas: [] },
      })
      return [
        ...(arrives(walk) ? [] : [JSON.stringify(walk.steps)]),
        ...[consulted.up, consulted.down].flatMap(({ failure }) => failure ?? []),
        ...[up, down].flatMap(({ plan }) => plan.fallbacks.map(({ why }) => why)),
      ]
    }),
  )
}
