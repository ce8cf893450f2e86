import { inject } from 'vitest'
import { defaultLimits } from '../../src/deploy/session/session.ts'
import type { Context } from '../../src/files/context.ts'
import { loadProject } from '../../src/files/project.ts'
import type { Project } from '../../src/files/project.ts'
import { toolVariables } from './atlas.ts'
import { silent } from './talk.ts'

/** What an apply is asked for unless a test says otherwise. */
export const usual = {
  environment: 'test',
  version: undefined,
  dryRun: false,
  // It is compared where that is what a test is about: a replay takes longer than most of them.
  allowDrift: true,
  allowDataLoss: false,
  checkTimeout: 5000,
  limits: { ...defaultLimits, lockBudget: 0 },
  lockWait: 200,
} as const

/** What a rollback is asked for unless a test says otherwise. */
export const usualRollback = {
  environment: 'test',
  dryRun: false,
  // It is compared where that is what a test is about: a replay takes longer than most of them.
  allowDrift: true,
  allowDataLoss: false,
  checkTimeout: 5000,
  limits: { ...defaultLimits, lockBudget: 0 },
  lockWait: 200,
} as const

/** A context in which the environment `test` is the database of `url`; of this project unless another is given. */
export async function contextFor(url: string, project?: Project): Promise<Context> {
  return {
    project: project ?? (await loadProject(import.meta.dirname)),
    variables: {
      ...toolVariables(),
      TEST_DATABASE_URL: url,
      WORKBENCH_URL: inject('workbench').url,
    },
    talk: silent,
  }
}
