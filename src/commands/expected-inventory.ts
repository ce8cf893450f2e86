import type { InventorySection } from '../model/inventory.ts'
import { withDatabase } from '../postgres/connect.ts'
import { readInventory } from '../postgres/inventory/read-inventory.ts'
import { withScratch } from '../workbench/scratch.ts'
import { withWorkbench } from '../workbench/workbench.ts'
import type { Context } from '../files/context.ts'

/** Takes stock of what the migrations up to `version` make (undefined: none), on a scratch database. */
export async function readExpectedInventory(
  context: Context,
  version: string | undefined,
): Promise<InventorySection[]> {
  const content = { kind: 'migrations', mode: 'today', upTo: version ?? 'none' } as const
  return withWorkbench(context, (workbench) =>
    withScratch(workbench, content, ({ url }) =>
      withDatabase(url, (db) => readInventory(db, context.project.schemas)),
    ),
  )
}
