import type { ObjectId } from '../model/catalog.ts'
import { findAuthored } from '../plan/authored-statement.ts'
import type { Authored } from '../plan/authored-statement.ts'
import { rules } from '../plan/rules/rules.ts'
import { authoredIn, readAuthored } from './load-authored.ts'
import type { Task } from './plan-task.ts'

/** The statements that authors wrote, for the up direction and for the down direction. */
export interface Texts {
  readonly up: ReadonlyMap<ObjectId, Authored>
  readonly down: ReadonlyMap<ObjectId, Authored>
}

/** What the catalog prints is all there is. */
export const noTexts: Texts = { up: new Map(), down: new Map() }

/**
 * Finds what authors wrote for what a task's plan makes: in the schema files, and for the down direction in the
 * migrations.
 */
export async function loadTexts({
  folder,
  schema,
  current,
  desired,
  renaming,
}: Task): Promise<Texts> {
  const [wanted, made] = await Promise.all([authoredIn(schema), readAuthored(folder)])
  return {
    up: findAuthored(wanted, desired.catalog, rules),
    // The down direction leads to the new names first, which the migrations know nothing of.
    down: renaming.state === current ? findAuthored(made, current.catalog, rules) : noTexts.down,
  }
}
