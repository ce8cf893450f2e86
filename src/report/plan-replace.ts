import type { ReplaceResult } from '../commands/plan-replace.ts'
import { renderAsked, renderTakenBack } from './asked.ts'
import type { Paint } from './paint.ts'
import { renderPlan } from './plan.ts'

/** A plan in the place of the newest migration: the plan, who was asked, and what became of the old files. */
export function renderReplace(result: ReplaceResult, paint: Paint): string {
  const { replaced, files, takenBack } = result
  const end =
    files.length === 0
      ? paint.bad(`${replaced} stays as it was, and no database was changed.`)
      : paint.good(`They replace ${replaced}, also in atlas.sum.`)
  return [
    renderPlan(result, paint),
    [...renderAsked(result, paint), ...renderTakenBack(takenBack, paint), end].join('\n'),
  ].join('\n\n')
}
