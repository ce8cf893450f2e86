import { aura } from './aura.ts'
import { bigFiles } from './big-files.ts'
import { concurrently } from './concurrently.ts'
import { dataSteps } from './data-steps.ts'
import { deferred } from './deferred.ts'
import { enumLabels } from './enum-labels.ts'
import { leftBehind } from './left-behind.ts'
import { rewrites } from './rewrites.ts'
import type { Scenario } from './scenario.ts'

/** Every scenario that is applied and rolled back. */
export const scenarios: readonly [Scenario, ...Scenario[]] = [
  aura,
  dataSteps,
  concurrently,
  enumLabels,
  rewrites,
  deferred,
  bigFiles,
  leftBehind,
]
