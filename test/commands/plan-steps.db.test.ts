import { sampleBy } from '../support/sample.ts'
import { expect, test } from 'vitest'
import { ownSchemas } from '../../src/files/own-schemas.ts'
import { loadMigrations } from '../../src/files/migrations.ts'
import { loadProject } from '../../src/files/project.ts'
import { rules } from '../../src/plan/rules/rules.ts'
import { writePlan } from '../../src/plan/write/write-plan.ts'
import { runPlan } from '../../src/proof/run-plan.ts'
import type { PlanRun } from '../../src/proof/run-plan.ts'
import { arrives } from '../../src/proof/run-up-and-down.ts'
import type { RunStep } from '../../src/proof/run-up-and-down.ts'
import { readState, withOpen } from '../../src/proof/state.ts'
import type { State } from '../../src/proof/state.ts'
import type { Content } from '../../src/workbench/load/content.ts'
import { withScratch } from '../../src/workbench/scratch/scratch.ts'
import type { Workbench } from '../../src/workbench/server/server.ts'
import { withTestWorkbench } from '../support/database.ts'

const project = await loadProject(import.meta.dirname)
const { migrations } = await loadMigrations(project.folders.migrations)
const versions = migrations.map(({ version }) => version)
const scope = { schemas: project.schemas }

/** Migrations that change no object: there is nothing to plan. */
const withoutObjects = new Set(
  migrations.filter(({ text }) => /^-- changes: none$/m.test(text)).map(({ version }) => version),
)

/** Each migration by itself, and all of them at once; the down direction of each is planned too. */
const steps: readonly (readonly [from: string, to: string])[] = [
  ['none', versions.at(-1) ?? 'none'],
  ...versions
    .map((version, at) => [versions[at - 1] ?? 'none', version] as const)
    .filter(([, version]) => !withoutObjects.has(version)),
]

test.each(sampleBy(steps, { usual: 30, others: 20 }, String))(
  'the plan from %s to %s leads there and back',
  async (from, to) => {
    const run = await withTestWorkbench((workbench) => planStep(workbench, from, to))
    const { steps: tried, stuck } = run
    expect({ arrives: arrives(run), stuck, tried: tried.map(shorten) }).toEqual({
      arrives: true,
      stuck: [],
      tried: [
        { way: 'up', changes: [], differences: [] },
        { way: 'down', changes: [], differences: [] },
      ],
    })
  },
)

async function planStep(workbench: Workbench, from: string, to: string): Promise<PlanRun> {
  const start: Content = { kind: 'migrations', mode: 'today', upTo: from }
  const [current, desired] = await Promise.all([
    look(workbench, start),
    look(workbench, { kind: 'migrations', mode: 'today', upTo: to }),
  ])
  const style = { rules, authored: new Map<never, never>() }
  return withScratch(workbench, start, (copy) =>
    withOpen(copy, (open) =>
      runPlan(open, {
        current,
        desired,
        up: writePlan({ from: current.catalog, to: desired.catalog }, style),
        planDown: (there, back) => writePlan({ from: there, to: back }, style),
        view: { scope, ignoreSchemas: ownSchemas },
      }),
    ),
  )
}

async function look(workbench: Workbench, content: Content): Promise<State> {
  return withScratch(workbench, content, (scratch) =>
    readState(scratch, { scope, ignoreSchemas: ownSchemas }),
  )
}

function shorten({ way, changes, differences }: RunStep): unknown {
  return { way, changes, differences }
}
