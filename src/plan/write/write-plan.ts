import type { ObjectId } from '../../model/catalog.ts'
import type { AtlasAnswer } from '../atlas/atlas-answer.ts'
import type { Authored } from '../authored-statement.ts'
import type { Rules } from '../decide/decide-changes.ts'
import { withAtlasCodes } from './atlas-directives.ts'
import { squawkNotes } from './lint-notes.ts'
import { renderMigration } from './migration-text.ts'
import { withMentions } from '../order/mentions.ts'
import { narrator } from './narrate.ts'
import { planWithNames } from '../names/take-names.ts'
import { isOneFile } from '../online/forms/is-one-file.ts'
import { planCatalogs } from '../plan.ts'
import type { Plan } from '../plan.ts'
import type { Context } from '../rule.ts'
import { sayAll } from './together/say-all.ts'
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
  /** Whether each statement is to be about one object: one that is read by itself. */
  readonly apart?: boolean
  /** Whether its files are read by linters, which are told what is so on purpose. */
  readonly noted?: boolean
}

/**
 * Plans and writes a down direction, as writePlan does, in one transaction, since it is one file. What would need
 * several, such as an enum label that is added again and used, is done with more rewriting.
 */
export function writeDownDirection(context: Context, style: Style): WrittenPlan {
  const { online, ...plain } = context
  if (online !== undefined) {
    const joined = joinOnline(writePlan({ ...plain, online: 'one file' }, style))
    return joined ?? writeDownDirection(plain, style)
  }
  const written = writePlan(context, style)
  return written.plan.segments.length > 1
    ? writePlan({ ...context, single: true }, { ...style, atlas: undefined })
    : written
}

/** An online plan as one file. Undefined where its statements may not be applied one by one. */
function joinOnline(written: WrittenPlan): WrittenPlan | undefined {
  const { plan, texts } = written
  if (plan.segments.length <= 1) return written
  const statements = plan.segments.flatMap((segment) => segment.statements)
  if (!isOneFile(statements)) return undefined
  return { plan: { ...plan, segments: [{ statements, outside: true }] }, texts: [texts.join('\n')] }
}

/** Plans between two catalogs and writes the plan as people would, with their texts for what they wrote. */
export function writePlan(
  states: Context,
  { rules, authored, atlas, noted = false, apart = false }: Style,
): WrittenPlan {
  const { plan: planned, context } = planWithNames(states, (renamed) =>
    planCatalogs(withMentions(renamed, rules), rules, atlas),
  )
  const plan = writeStatements(
    sayAll(withAtlasCodes(planned, context), context),
    authored,
    apart ? undefined : context,
  )
  const narrate = narrator(context, plan)
  return {
    plan,
    texts: plan.segments.map((segment) => {
      const note = noted ? squawkNotes(segment) : undefined
      return renderMigration('', segment, { narrate, authored, note })
    }),
  }
}
