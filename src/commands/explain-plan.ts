import { UserError } from '../errors.ts'
import type { Project } from '../files/project.ts'
import { checkSeal } from '../files/migrations.ts'
import { listReasonsAgainst } from '../plan/atlas/reasons-against.ts'
import type { ReasonAgainst } from '../plan/atlas/reasons-against.ts'
import { nameOf } from '../model/object-id.ts'
import { routeTables } from '../plan/atlas/route-tables.ts'
import { listAssignments } from '../plan/atlas/who-plans.ts'
import type { Assignment } from '../plan/atlas/who-plans.ts'
import { goalOf, loadProjectFiles, lookAt, startOf } from '../planning/project-states.ts'
import type { Looking } from '../planning/project-states.ts'

/** What `plan --explain --json` prints. Every key is always there. */
export interface Explanation {
  /** Who plans what, by kind and attribute, and whether a difference makes the planner plan the whole table. */
  readonly assignments: readonly Assignment[]
  /** What else makes the planner plan a whole table. */
  readonly doubts: readonly ReasonAgainst[]
  /** Who would plan each table that differs now, and its differences or the reason against Atlas. */
  readonly tables: readonly {
    readonly table: string
    readonly by: 'atlas' | 'own'
    readonly why: string
  }[]
}

/**
 * Says who plans what, and who would plan each table that differs now. Neither asks Atlas nor writes anything. Throws
 * UserError when a name is given, and for files that cannot be loaded.
 */
export async function explainCommand(
  project: Project,
  { useWorkbench, talk }: Looking,
  name: string | undefined,
): Promise<Explanation> {
  if (name !== undefined)
    throw new UserError(
      `--explain plans nothing, so it cannot write ${name}. Leave one of them out.`,
    )
  const { folder, schema } = await loadProjectFiles(project)
  await checkSeal(folder)
  return useWorkbench(async (workbench) => {
    talk.step('loading migrations and schema files')
    const [{ catalog: from }, { catalog: to }] = await Promise.all([
      lookAt(workbench, startOf(folder)),
      lookAt(workbench, goalOf(schema)),
    ])
    const tables = routeTables({ from, to }).map(({ table, by, why }) => ({
      table: nameOf(table),
      by,
      why,
    }))
    return { assignments: listAssignments(), doubts: listReasonsAgainst(), tables }
  })
}
