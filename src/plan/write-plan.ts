import type { ObjectId } from '../model/catalog.ts'
import type { AtlasAnswer } from './adopt.ts'
import type { Authored } from './authored.ts'
import type { Rules } from './decide.ts'
import { renderMigration } from './migration-text.ts'
import { withMentions } from './mentions.ts'
import { narrator } from './narrate.ts'
import { planCatalogs } from './plan.ts'
import type { Plan } from './plan.ts'
import type { Context } from './rule.ts'
import { stylePlan } from './style.ts'

/** A plan with the texts of its files, a segment each; the head line is left to who names the files. */
export interface WrittenPlan {
  readonly plan: Plan
  readonly texts: readonly string[]
}

/** Plans the way between two catalogs and writes it as people would, with their own texts for what they wrote. */
export function writePlan(
  context: Context,
  {
    rules,
    authored,
    atlas,
  }: {
    readonly rules: Rules
    readonly authored: ReadonlyMap<ObjectId, Authored>
    /** What Atlas says of the tables that are its own between these two states. */
    readonly atlas?: AtlasAnswer | undefined
  },
): WrittenPlan {
  const plan = stylePlan(planCatalogs(withMentions(context, rules), rules, atlas), authored)
  const narrate = narrator(context, plan)
  return {
    plan,
    texts: plan.segments.map((segment) => renderMigration('', segment, { narrate, authored })),
  }
}
