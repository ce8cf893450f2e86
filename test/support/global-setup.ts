import type { TestProject } from 'vitest/node'
import { processVariables } from '../../src/files/environment.ts'
import { loadProject } from '../../src/files/project.ts'
import { withScratch } from '../../src/workbench/scratch/scratch.ts'
import type { Server, Workbench } from '../../src/workbench/server/server.ts'
import { withWorkbench } from '../../src/workbench/workbench.ts'
import { silent } from './talk.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server that the whole run holds; workers open databases on it. */
    readonly workbench: Server
  }
}

/**
 * Holds the workbench as long as the tests of the project `db` run, and makes the templates that most of them
 * clone, so that workers do not wait for each other. Vitest skips it when no test of that project is run.
 */
export async function setup(vitest: TestProject): Promise<() => Promise<void>> {
  const project = await loadProject(import.meta.dirname)
  const held = Promise.withResolvers<undefined>()
  const opened = Promise.withResolvers<Server>()
  const whole = withWorkbench(
    { project, variables: processVariables(), talk: silent },
    async (workbench) => {
      await warmUp(workbench)
      opened.resolve({ kind: workbench.kind, url: workbench.url })
      await held.promise
    },
  )
  // Whichever comes first: the server, or the error that there is none.
  await Promise.race([opened.promise, whole])
  vitest.provide('workbench', await opened.promise)
  return async () => {
    held.resolve(undefined)
    await whole
  }
}

/** A broken migration or schema file is for the tests that use it to report. */
async function warmUp(workbench: Workbench): Promise<void> {
  for (const kind of ['platform', 'migrations', 'schema'] as const) {
    await withScratch(workbench, { kind, mode: 'today' }, async () => undefined).catch(
      () => undefined,
    )
  }
}
