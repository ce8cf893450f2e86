import { randomBytes } from 'node:crypto'
import { tryAdvisoryLock } from './advisory-lock.ts'
import { carryOver } from './carry.ts'
import type { Content } from './content.ts'
import { createDatabase } from './create-database.ts'
import { noteUse } from './last-use.ts'
import { findLayers, topOf } from './layers.ts'
import type { Layers } from './layers.ts'
import { forgetLeaving, noteLeaving } from './leavings.ts'
import { dropHeld, heldPrefix } from './sweep.ts'
import { ensureTemplate } from './template.ts'
import type { Workbench } from './server.ts'

/** A throwaway database. */
export interface Scratch {
  readonly name: string
  /** For the role postgres, who owns it and is no superuser. */
  readonly url: string
  /** For the superuser. */
  readonly adminUrl: string
}

/**
 * Makes a database with the content, hands it to `use`, and drops it whatever happens; when the process is
 * killed, the next one that opens the workbench does. Templates are made when they are missing. Throws UserError for
 * files that cannot be loaded.
 */
export async function withScratch<T>(
  workbench: Workbench,
  content: Content,
  use: (scratch: Scratch) => Promise<T>,
): Promise<T> {
  return withHeldDatabase(workbench, async (name) => makeDatabase(workbench, content, name), use)
}

/** A database without anything in it, whatever the workbench is for; made and dropped as with withScratch. */
export async function withPlainScratch<T>(
  workbench: Workbench,
  use: (scratch: Scratch) => Promise<T>,
): Promise<T> {
  const make = async (name: string): Promise<void> => {
    await createDatabase(workbench, { name, template: 'template0' })
  }
  return withHeldDatabase(workbench, make, use)
}

async function withHeldDatabase<T>(
  workbench: Workbench,
  make: (name: string) => Promise<void>,
  use: (scratch: Scratch) => Promise<T>,
): Promise<T> {
  const { session } = workbench
  const name = `${heldPrefix}${randomBytes(8).toString('hex')}`
  await tryAdvisoryLock(session, name)
  noteLeaving({ name, url: workbench.adminUrl('postgres') })
  try {
    await make(name)
    return await use({ name, url: workbench.userUrl(name), adminUrl: workbench.adminUrl(name) })
  } finally {
    await dropHeld(session, name)
    forgetLeaving(name)
  }
}

/** Makes a database with the content under a name that is free; nobody drops it. Errors as withScratch. */
export async function makeDatabase(
  workbench: Workbench,
  content: Content,
  name: string,
): Promise<void> {
  const layers = await findLayers(workbench, content)
  if (content.kind === 'empty') return createEmpty(workbench, layers, name)
  const { session } = workbench
  const { template } = topOf(layers)
  const clone = { name, template, owner: 'postgres' } as const
  // There is none the first time, and seldom one is pruned a moment before it is used.
  for (let attempt = 1; !(await createDatabase(workbench, clone)); attempt += 1) {
    if (attempt === 5) throw new Error(`template ${template} vanishes as soon as it is made`)
    await ensureTemplate(workbench, layers)
  }
  await carryOver(session, template, name)
  await noteUse(session, template)
}

/** Even an empty database needs the platform's roles on the server: it belongs to postgres. */
async function createEmpty(workbench: Workbench, layers: Layers, name: string): Promise<void> {
  await ensureTemplate(workbench, layers)
  await createDatabase(workbench, { name, template: 'template0', owner: 'postgres' })
}
