import type { Catalog } from '../model/catalog.ts'
import type { WrittenPlan } from '../plan/write/write-plan.ts'
import { touchesRows } from '../proof/try-rows.ts'
import type { Consultation, Consulted } from './consult-atlas.ts'
import type { Task } from './plan-task.ts'
import type { Texts } from './plan-texts.ts'
import { tablePlans } from './table-plans.ts'
import type { TablePlan } from './table-plans.ts'
import { planDown, planUp } from './state-pair.ts'

/** A plan in both directions, before it is tried. */
export interface PlannedWays {
  readonly up: WrittenPlan
  readonly planDown: (from: Catalog, to: Catalog) => WrittenPlan
  readonly tables: readonly TablePlan[]
  readonly touchesRows: boolean
}

/** The sources of a plan besides its task. */
interface Sources {
  readonly texts: Texts
  readonly consulted: Consultation
}

/** Plans a task in both directions. */
export function planWith(task: Task, { texts, consulted }: Sources): PlannedWays {
  const { current, desired } = task
  const up = planUp(task, { authored: texts.up, atlas: consulted.up.answer })
  // Atlas was asked about the whole down direction, not about the parts of a plan.
  const isWhole = up.plan.segments.length === 1
  const style = { authored: texts.down }
  const back = planDown(task, style)
  const whole = planDown(task, { ...style, atlas: consulted.down.answer })
  const down = whole(desired.catalog, current.catalog)
  const said = isWhole ? consulted : { ...consulted, down: inParts(consulted.down) }
  return {
    up,
    planDown: (from, to) => (isWhole && from === desired.catalog ? down : back(from, to)),
    tables: tablePlans(said, { up: up.plan.fallbacks, down: down.plan.fallbacks }),
    touchesRows: touchesRows(task, [up.plan, down.plan]),
  }
}

/** A down direction in parts starts from intermediate states, which Atlas does not know. */
function inParts(consulted: Consulted): Consulted {
  const routes = consulted.routes.map((route) => ({ ...route, by: 'own' as const }))
  return { ...consulted, routes }
}
