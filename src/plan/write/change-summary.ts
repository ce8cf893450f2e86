import type { MeasuredWork } from './measured-hazards.ts'
import { risksOfWork, workHazards } from '../hazards/work/found-work.ts'
import { planCatalogs } from '../plan.ts'
import { planWithNames } from '../names/take-names.ts'
import type { Context } from '../rule.ts'
import { rules } from '../rules/rules.ts'
import type { ToldEffect } from './summary.ts'

/** What a file that a person wrote did: the states before and after, and what was measured while it ran. */
export interface SeenChange {
  readonly context: Context
  readonly work: readonly MeasuredWork[]
}

/**
 * What a summary of a person's file is made from: what a plan between the two states says of data, access
 * and clients, and the locks, rewrites and scans that were measured.
 */
export function seenEffects({ context: states, work }: SeenChange): ToldEffect[] {
  const { plan, context } = planWithNames(states, (renamed) => planCatalogs(renamed, rules))
  const { segments, unmanaged } = plan
  const planned = segments.flatMap(({ statements }) => statements)
  const measured = risksOfWork(
    work.map(({ relation, after: lock, rewrite, scan }) => ({ relation, lock, rewrite, scan })),
    context,
  )
  return [
    ...planned.map(({ object, verb, risks }) => ({
      object,
      verb,
      risks: risks.filter(({ hazard }) => !workHazards.has(hazard)),
    })),
    ...unmanaged.map(({ object }) => ({ verb: 'alter', object, risks: [] }) as const),
    // Of no object: the summary tells changes by objects, and work by relations.
    { verb: 'comment', object: null, risks: measured },
  ]
}
