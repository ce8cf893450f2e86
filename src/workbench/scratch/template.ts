import { randomBytes } from 'node:crypto'
import { sendText } from '../../postgres/connect.ts'
import { quoteName } from '../../sql/quote.ts'
import { tryAdvisoryLock, withAdvisoryLock } from './advisory-lock.ts'
import { carryOver } from './carry-settings.ts'
import { createDatabase } from './create-database.ts'
import { pruneTemplates, readNotes, writeNote } from './last-use.ts'
import { topOf } from './layer.ts'
import type { Layer, Layers } from './layer.ts'
import { forgetOwnScratch, noteOwnScratch } from './own-scratch.ts'
import { dropHeld, heldPrefix } from './sweep.ts'
import type { Workbench } from '../server/server.ts'

/**
 * Has the template of the topmost layer there, made from the highest one that exists already. Processes that
 * want the same one at the same time wait for the first. A template under its name is complete.
 */
export async function ensureTemplate(workbench: Workbench, layers: Layers): Promise<void> {
  const top = topOf(layers)
  if (await isThere(workbench, top)) return
  const [ground, ...upper] = layers
  if (upper.length > 0) await ensureTemplate(workbench, [ground])
  // Roles belong to the whole server: only one process at a time loads a platform, whatever its files.
  const lock = upper.length > 0 ? top.template : 'workbench platform'
  await withAdvisoryLock(workbench.adminUrl('postgres'), lock, async () => {
    if (await isThere(workbench, top)) return
    let wanted: Layers | undefined = layers
    while (wanted !== undefined) wanted = await buildTemplate(workbench, wanted)
    await pruneTemplates(workbench, top.kind)
  })
}

async function isThere({ session }: Workbench, layer: Layer): Promise<boolean> {
  return (await readNotes(session, [layer.template])).has(layer.template)
}

/** Answers the layers to build in place of these, where they could not be. */
async function buildTemplate(workbench: Workbench, layers: Layers): Promise<Layers | undefined> {
  const { session } = workbench
  const templates = layers.map(({ template }) => template)
  const there = await readNotes(session, templates)
  const base = layers.findLastIndex(({ template }) => there.has(template))
  const building = `${heldPrefix}building_${randomBytes(8).toString('hex')}`
  const name = topOf(layers).template
  await tryAdvisoryLock(session, building)
  noteOwnScratch({ name: building, url: workbench.adminUrl('postgres') })
  try {
    const below = templates[base]
    // The base may just have been pruned: then there is no template this time, and who wants it asks again.
    if (!(await copyBase(workbench, below, building))) return undefined
    let note = there.get(below ?? '') ?? ''
    for (const layer of layers.slice(base + 1)) {
      const built = await layer.build(workbench, { database: building, note })
      if ('instead' in built) return built.instead
      note = built.note
    }
    if (note !== '') await writeNote(session, building, note)
    await sendText(session, `alter database ${quoteName(building)} owner to postgres`)
    // Nobody can connect to it from now on, so that it can be cloned at any time.
    await sendText(session, `alter database ${quoteName(building)} allow_connections false`)
    await sendText(session, `alter database ${quoteName(building)} rename to ${quoteName(name)}`)
    return undefined
  } finally {
    // Under its own name it is out of reach of this.
    await dropHeld(workbench, building)
    forgetOwnScratch(building)
  }
}

/**
 * False when the base is gone. The ground is laid by the superuser: the owner of what comes upon it is a role that the
 * platform makes.
 */
async function copyBase(
  workbench: Workbench,
  base: string | undefined,
  name: string,
): Promise<boolean> {
  if (base === undefined) return createDatabase(workbench, { name, template: 'template0' })
  const isMade = await createDatabase(workbench, { name, template: base, owner: 'postgres' })
  return isMade && carryOver(workbench, base, name)
}
