import { UserError } from '../errors.ts'
import type { Project } from '../files/project.ts'
import { checkSeal } from '../files/migrations.ts'
import type { Trace } from '../plan/trace.ts'
import { readTask } from './plan.ts'
import { loadProjectFiles } from '../planning/project-states.ts'
import type { Looking } from '../planning/project-states.ts'
import { planUp } from '../planning/state-pair.ts'

/**
 * Plans the up direction and answers how its order came about. Neither asks Atlas, nor proves or writes anything. Throws
 * UserError when a name is given, and for files that cannot be loaded.
 */
export async function explainOrderCommand(
  project: Project,
  { useWorkbench, talk }: Looking,
  name: string | undefined,
): Promise<Trace> {
  if (name !== undefined)
    throw new UserError(`--explain-order writes nothing, so leave out the name ${name}.`)
  const files = await loadProjectFiles(project)
  await checkSeal(files.folder)
  return useWorkbench(async (workbench) => {
    const task = await readTask(workbench, talk, files)
    return planUp(task, { authored: new Map() }).plan.trace
  })
}
