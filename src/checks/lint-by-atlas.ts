import { builds } from '../atlas/engine.ts'
import { locateAtlas } from '../atlas/find-atlas.ts'
import { lintFolder } from '../atlas/lint-folder.ts'
import type { AtlasLint } from '../atlas/lint-folder.ts'
import { UserError } from '../errors.ts'
import type { Migration } from '../files/migrations.ts'
import { hideSchemas } from '../workbench/scratch/lasting.ts'
import { withScratch } from '../workbench/scratch/scratch.ts'
import type { UseWorkbench } from '../workbench/server/server.ts'
import type { AtlasPlaces } from '../planning/consult-atlas.ts'

/**
 * Has Atlas's analyzers look at what the newest plan wrote, on a scratch database; says why where there is no Atlas on
 * the machine.
 */
export async function lintByAtlas(
  useWorkbench: UseWorkbench,
  { variables, talk }: AtlasPlaces,
  migrations: readonly Migration[],
): Promise<AtlasLint> {
  const atlas = await locateAtlas({ variables, cache: builds, talk }).catch((error: unknown) => {
    if (error instanceof UserError) return error
    throw error
  })
  if (atlas instanceof UserError) return { kind: 'failed', message: inOneLine(atlas.message) }
  return useWorkbench(async (workbench) =>
    withScratch(workbench, { kind: 'platform', mode: 'today' }, async ({ url, adminUrl }) => {
      await hideSchemas(adminUrl, ['public', ...workbench.project.schemas])
      return lintFolder(atlas, {
        folder: workbench.project.folders.migrations,
        dev: url,
        latest: countNewest(migrations),
        variables,
      })
    }),
  )
}

/** A plan that takes several files calls them add_x, add_x_2 and so on. */
function countNewest(migrations: readonly Migration[]): number {
  const base = (migrations.at(-1)?.name ?? '').replace(/_\d+$/, '')
  const before = migrations.findLastIndex(
    ({ name }) => name !== base && name.replace(/_\d+$/, '') !== base,
  )
  return migrations.length - 1 - before
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ')
}
