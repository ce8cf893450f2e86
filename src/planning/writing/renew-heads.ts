import { join, relative } from 'node:path'
import { renderSeal, sealFiles } from '../../files/checksum.ts'
import type { Migration, MigrationFolder } from '../../files/migrations.ts'
import { sealedFiles } from '../../files/migrations.ts'
import { placeFiles } from '../../files/place-files.ts'
import type { NewFile } from '../../files/place-files.ts'
import type { Project } from '../../files/project.ts'
import { seenEffects } from '../../plan/write/change-summary.ts'
import type { SeenChange } from '../../plan/write/change-summary.ts'
import { downSummaryOf, summaryOf, withSummary } from '../../plan/write/summary.ts'

/** A migration that was proved, and what its two files did. */
export interface ProvedFile {
  readonly migration: Migration
  readonly up: SeenChange
  readonly down: SeenChange
  /** The tables whose sample rows have other values after it. */
  readonly changedRows: readonly string[]
}

/**
 * Writes at the head of migrations what they do, or renews it, and atlas.sum with them; answers the files that were
 * written, from the project's root. All are written, or none.
 */
export function renewHeads(
  { root, folders }: Project,
  folder: MigrationFolder,
  proved: readonly ProvedFile[],
): string[] {
  const files = proved.flatMap(headsOf).filter(({ text, old }) => text !== old)
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  const sealed = sealedFiles(folder).map(({ name, bytes }) => {
    const text = texts.get(join(folders.migrations, name))
    return text === undefined ? { name, bytes } : { name, bytes: Buffer.from(text, 'utf8') }
  })
  const seal = { path: join(folders.migrations, 'atlas.sum'), text: renderSeal(sealFiles(sealed)) }
  placeFiles([...files, seal].map(({ path, text }): NewFile => ({ path, text, replaces: true })))
  return files.map(({ path }) => relative(root, path))
}

interface Renewed {
  readonly path: string
  readonly text: string
  readonly old: string
}

function headsOf({ migration, up, down, changedRows }: ProvedFile): Renewed[] {
  const { path, text: old } = migration
  const values = changedRows.map((table) => `values of ${table} change`)
  const own = { path, old, text: withSummary(old, summaryOf(seenEffects(up), values)) }
  const back = migration.down
  if (back === undefined) return [own]
  const text = withSummary(back.text, downSummaryOf(seenEffects(down)))
  return [own, { path: back.path, old: back.text, text }]
}
