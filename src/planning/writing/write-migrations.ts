import { join } from 'node:path'
import { sealFiles, renderSeal } from '../../files/checksum.ts'
import { sealedFiles } from '../../files/migrations.ts'
import type { Migration, MigrationFolder } from '../../files/migrations.ts'
import { placeFiles } from '../../files/place-files.ts'
import type { NewFile } from '../../files/place-files.ts'
import type { Project } from '../../files/project.ts'
import { atlasDirectives } from '../../plan/write/atlas-directives.ts'
import type { Unmanaged } from '../../plan/decide/object-change.ts'
import { acceptanceLines } from '../../plan/hazards/gate.ts'
import { nameMigrations } from '../../plan/write/migration-files.ts'
import type { Segment } from '../../plan/segment.ts'
import { downSummaryOf, renderSummary, summaryOf } from '../../plan/write/summary.ts'
import { commentLine, sentenceLine } from '../../sql/comment-line.ts'
import type { Summary } from '../../plan/write/summary.ts'

/** The texts of one migration, without its head, and the statements that its head describes. */
export interface MigrationTexts {
  readonly up: Segment
  readonly upText: string
  readonly down: Segment
  readonly downText: string
  /** What else it does to values, for its head. */
  readonly values?: readonly string[]
}

/** What to write, under which name. */
interface NewMigrations {
  readonly name: string
  readonly stages: readonly MigrationTexts[]
  /** What of the difference they leave undone: their readers are to know. */
  readonly undone?: readonly Unmanaged[]
  /** The migrations in whose place they come; they are no longer in the folder that these follow. */
  readonly replaced?: readonly Migration[]
  /** What is written with them, such as schema files of what they create. */
  readonly besides?: readonly { readonly path: string; readonly text: string }[]
}

/**
 * Writes migrations behind those of a folder, each with its down file, and atlas.sum; answers the paths of the files
 * without atlas.sum. All are written, or none.
 */
export function writeMigrations(
  { folders }: Project,
  folder: MigrationFolder,
  { name, stages, undone = [], replaced = [], besides = [] }: NewMigrations,
): string[] {
  const names = nameMigrations(folder, name, {
    count: stages.length,
    now: versionNow(),
    at: replaced[0]?.version,
  })
  const title = name.replaceAll('_', ' ')
  const leftUndone = undone.map(noteUndone).join('')
  // What its author accepted of the one before is accepted of this one.
  const accepted = replaced.flatMap(({ text }) => acceptanceLines(text))
  const acceptance = accepted.map((line) => `${line}\n`).join('')
  const files = stages.flatMap(({ up, upText, down, downText, values }, at) => {
    const { file = '', version = '' } = names[at] ?? {}
    const of = stages.length === 1 ? '' : `, ${String(at + 1)} of ${String(stages.length)}`
    return [
      {
        path: join(folders.migrations, file),
        text: `${directivesOf(up)}-- ${sentenceLine(title)}${of}.\n${headOf(summaryOf(up.statements, values))}${leftUndone}${acceptance}\n${upText}`,
      },
      {
        path: join(folders.migrations, 'down', file),
        text: `${directivesOf(withoutCodes(down))}${downHead(version, `${title}${of}`, down.statements)}\n${downText}`,
      },
    ]
  })
  const fresh = names.map(({ file }, at) => ({
    name: file,
    bytes: Buffer.from(files[at * 2]?.text ?? '', 'utf8'),
  }))
  const seal = renderSeal(sealFiles([...sealedFiles(folder), ...fresh]))
  placeInstead(replaced, [...files, ...besides], {
    path: join(folders.migrations, 'atlas.sum'),
    text: seal,
  })
  return files.map(({ path }) => path)
}

function noteUndone({ object, why }: Unmanaged): string {
  return `${commentLine(`Not planned: ${object}: ${why}`)}\n`
}

/** Atlas reads them at the first byte of a file, with a blank line behind. */
function directivesOf(up: Segment): string {
  const lines = atlasDirectives(up)
  return lines.length === 0 ? '' : `${lines.join('\n')}\n\n`
}

/** Atlas does not look at down files. */
function withoutCodes({ statements, ...segment }: Segment): Segment {
  return {
    ...segment,
    statements: statements.map((each) => ({ ...each, atlasCodes: [] })),
  }
}

/** What the down file of a version says before its statements: what is lost. */
export function downHead(
  version: string,
  title: string,
  statements: Segment['statements'],
): string {
  return `-- Takes ${version} back: ${title}.\n${headOf(downSummaryOf(statements))}`
}

/** Nothing is said of a migration that is still empty. */
function headOf(summary: readonly Summary[]): string {
  const isEmpty = summary.every(({ items }) => items.length === 0)
  return isEmpty ? '' : `${renderSummary(summary).join('\n')}\n`
}

type Text = Omit<NewFile, 'replaces'>

/** Writes files in the place of those of other migrations, if any, together with the seal. */
function placeInstead(replaced: readonly Migration[], files: readonly Text[], seal: Text): void {
  const old = replaced
    .flatMap(({ path, down }) => [path, down?.path])
    .filter((path) => path !== undefined)
  const fresh = files.map((file) => ({ ...file, replaces: old.includes(file.path) }))
  const paths = new Set(files.map(({ path }) => path))
  placeFiles(
    [...fresh, { ...seal, replaces: true }],
    old.filter((path) => !paths.has(path)),
  )
}

/** The version that a migration of this moment has where versions are timestamps: 14 digits, UTC. */
export function versionNow(): string {
  return new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
}
