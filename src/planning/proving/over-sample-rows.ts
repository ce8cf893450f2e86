import { join, relative } from 'node:path'
import type { Project } from '../../files/project.ts'
import { describeDifference } from '../../model/two-values.ts'
import { compareStates } from '../../proof/compare-states.ts'
import { readState } from '../../proof/state.ts'
import type { State, View } from '../../proof/state.ts'
import type { Unloaded } from '../../proof/try-rows.ts'
import type { Content } from '../../workbench/load/content.ts'
import type { SampleRows } from '../../workbench/load/sample-rows.ts'
import { withScratch } from '../../workbench/scratch/scratch.ts'
import type { Workbench } from '../../workbench/server/server.ts'
import { showDifferences } from '../../proof/shown-difference.ts'

/** What migrations make, with sample rows that went through them. */
export function overRows(made: Extract<Content, { kind: 'migrations' }>): Content {
  return { ...made, kind: 'samples' }
}

/** Why tables have no sample rows, by name. */
export function unloadedOf({ unloaded }: SampleRows): Unloaded {
  return new Map(unloaded.map(({ table, why }) => [table, why]))
}

/** What people have to know of the files of samples: which were loaded later than they could have been, and why. */
export function noteLate(
  { root, folders }: Pick<Project, 'root' | 'folders'>,
  { late }: SampleRows,
): string[] {
  const groups = Map.groupBy(late, ({ after, why }) => JSON.stringify([after, why]))
  return [...groups.values()].flatMap((files) => {
    const [first] = files
    if (first === undefined) return []
    const names = files.map(({ file }) => relative(root, join(folders.samples, file))).join(', ')
    const [loaded, whose] =
      files.length === 1 ? ['was loaded', 'its rows'] : ['were loaded', 'their rows']
    const after = relative(root, join(folders.migrations, first.after))
    return [`${names} ${loaded} after ${after}, which fails on ${whose}: ${first.why}`]
  })
}

/** A state without sample rows, and the content that should make the same with them. */
interface RowTrialRequest {
  readonly current: State
  readonly view: View
  readonly content: Content
}

/**
 * Why nothing can be proved over sample rows: where the migrations make something else over them than without any. It
 * is undefined nearly always.
 */
export async function whyNotOverRows(
  workbench: Workbench,
  { current, view, content }: RowTrialRequest,
): Promise<string | undefined> {
  const state = await withScratch(workbench, content, async (copy) => readState(copy, view))
  const [found] = showDifferences(await compareStates(state, current))
  return (
    found &&
    `the migrations give another result with sample rows than without: ${found.object} ${describeDifference(found)}`
  )
}
