import { planBetweenCommand } from './planning/two-states/plan-states.ts'
import type { BetweenResult } from './planning/two-states/between-result.ts'
import type { BetweenRequest } from './planning/two-states/find-sides.ts'
import { usualExtent } from './planning/two-states/extent.ts'
import type { Extent } from './planning/two-states/extent.ts'
import { loadProject } from './files/project.ts'
import type { Talk } from './files/context.ts'

export { UserError } from './errors.ts'
export type { BetweenRequest, BetweenResult, Extent }

/** Two states, and where they are built. */
export interface PlanBetweenOptions extends BetweenRequest {
  /**
   * The URL of a server on which its user may create databases; an embedded one when absent. With platform `supabase`
   * the user is a superuser that is not called postgres.
   */
  readonly workbench?: string | undefined
  /**
   * What of a database is copied to try the plan, up and down: `touched` (when absent), which is what the plan can have
   * an effect on, `whole`, or `none` for no proof. `true` is touched, and `false` is none.
   */
  readonly proof?: Extent | boolean | undefined
  /** What becomes of likely renames that no file can tell of: `ask` (when absent) throws, or all are `rename` or `new`. */
  readonly undeclared?: 'ask' | 'rename' | 'new' | undefined
}

/**
 * Plans both directions between two states of a database: statements in transactions, their hazards, what cannot be planned, and whether it was proved. A state is a URL (read only), a .sql file, a folder of schema files or one of migrations.
 * Throws UserError for what is not there or cannot be loaded.
 *
 * @example
 * const { segments, unmanaged, proved, why } = await planBetween({ from: 'before.sql', to: 'after.sql' })
 * if (unmanaged.length > 0) throw new Error(unmanaged.map((each) => `${each.object}: ${each.why}`).join('\n'))
 * if (proved === false) throw new Error(`not proved: ${why}`)
 * for (const { statements } of segments)
 *   console.log(['begin', ...statements.map(({ sql }) => sql), 'commit', ''].join(';\n'))
 */
export async function planBetween({
  workbench,
  proof = usualExtent,
  ...request
}: PlanBetweenOptions): Promise<BetweenResult> {
  const project = await loadProject(import.meta.dirname)
  const variables = workbench === undefined ? {} : { WORKBENCH_URL: workbench }
  return planBetweenCommand(
    { project, variables, talk: silent },
    { ...request, proof: extentOf(proof) },
  )
}

function extentOf(proof: Extent | boolean): Extent {
  if (typeof proof === 'string') return proof
  return proof ? usualExtent : 'none'
}

const silent: Talk = { step: nothing, note: nothing }

function nothing(): void {
  // Said on purpose: nobody listens.
}
