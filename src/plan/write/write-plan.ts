import type { ObjectId } from '../../model/catalog.ts'
import type { AtlasAnswer } from '../atlas/atlas-answer.ts'
import type { Authored } from '../authored-statement.ts'
import type { Rules } from '../decide/decide-changes.ts'
import { withAtlasCodes } from './atlas-directives.ts'
import { squawkNotes } from './lint-notes.ts'
import { renderMigration } from './migration-text.ts'
import { withMentions } from '../order/mentions.ts'
import { narrator } from './narrate.ts'
import { planCatalogs } from '../plan.ts'
import type { Plan } from '../plan.ts'
import type { Context } from '../rule.ts'
import { writeStatements } from './write-statements.ts'

/** A plan with the texts of its files, a segment each; the head line is left to who names the files. */
export interface WrittenPlan {
  readonly plan: Plan
  readonly texts: readonly string[]
}

/** What a plan is written with. */
export interface Style {
  readonly rules: Rules
  readonly authored: ReadonlyMap<ObjectId, Authored>
  /** What Atlas says of the tables that are its own between these two states. */
  readonly atlas?: AtlasAnswer | undefined
  /** Whether its files are read by linters, which are told what is so on purpose. */
  readonly noted?: boolean
}

/**
 * Plans and writes a down direction, as writePlan does, in one transaction, since it is one file. What would need
 * several, such as an enum label that is added again and used, is done with more rewriting.
 */
export function writeDownDirection(context: Context, style: Style): WrittenPlan {
  const written = writePlan(context, style)
  return written.plan.segments.length > 1
    ? writePlan({ ...context, single: true }, { ...style, atlas: undefined })
    : written
}

/** Plans between two catalogs and writes the plan as people would, with their texts for what they wrote. */
export function writePlan(
  context: Context,
  { rules, authored, atlas, noted = false }: Style,
): WrittenPlan {
  const planned = planCatalogs(withMentions(context, rules), rules, atlas)
  const plan = writeStatements(withAtlasCodes(planned, context), authored)
  const narrate = narrator(context, plan)
  return {
    plan,
    texts: plan.segments.map((segment) => {
      const note = noted ? squawkNotes(segment) : undefined
      return renderMigration('', segment, { narrate, authored, note })
    }),
  }
}
