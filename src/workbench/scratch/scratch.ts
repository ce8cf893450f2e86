import { randomBytes } from 'node:crypto'
import { tryAdvisoryLock } from './advisory-lock.ts'
import { carryOver } from './carry-settings.ts'
import type { Content } from '../load/content.ts'
import { createDatabase } from './create-database.ts'
import { noteUse, readNotes } from './last-use.ts'
import { topOf } from './layer.ts'
import type { Layers } from './layer.ts'
import { loadLayers } from './layers.ts'
import { forgetOwnScratch, noteOwnScratch } from './own-scratch.ts'
import { dropHeld, dropWithSubscriptions, heldPrefix } from './sweep.ts'
import { ensureTemplate } from './template.ts'
import type { Workbench } from '../server/server.ts'

/** A throwaway database. */
export interface Scratch {
  readonly name: string
  /** For the role postgres, who owns it and is no superuser. */
  readonly url: string
  /** For the superuser. */
  readonly adminUrl: string
}

/**
 * Makes a database with the content, hands it to `use` with the note of its template, and drops it whatever happens;
 * when the process is killed, the next one that opens the workbench does. Templates are made when they are missing.
 * Throws UserError for files that cannot be loaded.
 */
export async function withScratch<T>(
  workbench: Workbench,
  content: Content,
  use: (scratch: Scratch, note: string) => Promise<T>,
): Promise<T> {
  return withHeldDatabase(workbench, async (name) => makeDatabase(workbench, content, name), use)
}

/** A database without anything in it, whatever the workbench is for; made and dropped as with withScratch. */
export async function withPlainScratch<T>(
  workbench: Workbench,
  use: (scratch: Scratch) => Promise<T>,
): Promise<T> {
  const make = async (name: string): Promise<string> => {
    await createDatabase(workbench, { name, template: 'template0' })
    return ''
  }
  return withHeldDatabase(workbench, make, use)
}

async function withHeldDatabase<T>(
  workbench: Workbench,
  make: (name: string) => Promise<string>,
  use: (scratch: Scratch, note: string) => Promise<T>,
): Promise<T> {
  const { session } = workbench
  const name = `${heldPrefix}${randomBytes(8).toString('hex')}`
  await tryAdvisoryLock(session, name)
  noteOwnScratch({ name, url: workbench.adminUrl('postgres') })
  try {
    const note = await make(name)
    const scratch = { name, url: workbench.userUrl(name), adminUrl: workbench.adminUrl(name) }
    return await use(scratch, note)
  } finally {
    await dropHeld(workbench, name)
    forgetOwnScratch(name)
  }
}

/**
 * Makes a database with the content under a name that is free, and answers the note of its template; nobody drops it.
 * Errors as withScratch.
 */
export async function makeDatabase(
  workbench: Workbench,
  content: Content,
  name: string,
): Promise<string> {
  const layers = await loadLayers(workbench, content)
  if (content.kind === 'empty') return createEmpty(workbench, layers, name)
  const { session } = workbench
  const { template } = topOf(layers)
  const clone = { name, template, owner: 'postgres' } as const
  // There is none the first time, and seldom one is pruned a moment before it is used.
  for (let attempt = 1; ; attempt += 1) {
    const note = (await readNotes(session, [template])).get(template)
    if (note !== undefined && (await createDatabase(workbench, clone))) {
      if (await carryOver(workbench, template, name)) {
        await noteUse(session, template)
        return note
      }
      await dropWithSubscriptions(workbench, name)
    }
    if (attempt === 5) throw new Error(`template ${template} vanishes as soon as it is made`)
    await ensureTemplate(workbench, layers)
  }
}

/** Even an empty database needs the platform's roles on the server: it belongs to postgres. */
async function createEmpty(workbench: Workbench, layers: Layers, name: string): Promise<string> {
  await ensureTemplate(workbench, layers)
  await createDatabase(workbench, { name, template: 'template0', owner: 'postgres' })
  return ''
}
