import type { Migration, MigrationFolder } from '../../files/migrations.ts'
import { txModeOf } from '../../sql/scan/txmode.ts'
import { appliedVersions, recordedName } from './history.ts'
import type { History } from './history.ts'
import { partialVersion } from './file-progress.ts'
import type { PartialVersion } from './file-progress.ts'

/** A folder of migrations, a history, and which of the one the other has. */
export interface Comparison {
  readonly folder: MigrationFolder
  readonly history: History
  readonly applied: readonly Migration[]
  readonly pending: readonly Migration[]
}

/** How a folder and a history do not belong together, in a sentence with what to do; undefined when they do. */
export function findMismatch(comparison: Comparison): string | undefined {
  for (const find of mismatches) {
    const found = find(comparison)
    if (found !== undefined) return found
  }
  return undefined
}

/** The first that is found explains those behind it. */
const mismatches: readonly ((comparison: Comparison) => string | undefined)[] = [
  otherNames,
  unknownVersions,
  halfApplied,
  // A file that came in between changes the hashes of those behind it, which nobody has edited.
  hole,
  edited,
]

/** Two branches took one number, mostly. */
function otherNames({ folder: { migrations }, history }: Comparison): string | undefined {
  const pairs = migrations.flatMap(({ version, name }) => {
    const recorded = recordedName(history, version)
    return recorded === undefined || recorded === name ? [] : [{ version, name, recorded }]
  })
  const [first] = pairs
  if (first === undefined) return undefined
  const told = pairs.map(
    ({ version, name, recorded }) =>
      `the database has ${version} as ${recorded}, this checkout as ${name}`,
  )
  if (first.recorded === 'squashed')
    return (
      `${told.join('; ')}. There it took the place of older migrations (npm run squash). ` +
      'Is this checkout older than the database? Update it.'
    )
  const elsewhere = migrations.find(({ name }) => name === first.recorded)
  const missing = `${first.version}_${first.recorded}.sql`
  return (
    `${told.join('; ')}. ` +
    (elsewhere === undefined
      ? `Two branches took one number, or the file was renamed after it was applied. If it was renamed, restore its old name. ` +
        `Otherwise bring ${missing} here, and give yours the next free version: npm run renumber ${first.version}_${first.name}`
      : `Here ${first.recorded} is ${elsewhere.version}: it got another version after it was applied. ` +
        `Roll it back there from the checkout that has it as ${missing}, then apply from here.`)
  )
}

function unknownVersions({
  folder: { path, migrations },
  history,
}: Comparison): string | undefined {
  const known = new Set(migrations.map(({ version }) => version))
  const unknown = appliedVersions(history).filter((version) => !known.has(version))
  if (unknown.length === 0) return undefined
  return (
    `the database's history has ${unknown.length === 1 ? 'a version' : 'versions'} that ${path} lacks: ${unknown.join(', ')}. ` +
    'Is this checkout older than the database? Update it, or bring the missing files back.'
  )
}

function halfApplied({ folder, history }: Comparison): string | undefined {
  const half = partialVersion(history)
  if (half === undefined || mayContinue(folder.migrations, half)) return undefined
  const { version, done, total, error } = half
  return (
    `version ${version} stopped after ${String(done)} of ${String(total)} statements` +
    `${error === undefined ? '' : `: ${error}`}. Finish or undo it with the tool that began it.`
  )
}

/** A file that is run statement by statement, where it is known which of them are done. */
function mayContinue(migrations: readonly Migration[], half: PartialVersion): boolean {
  const migration = migrations.find(({ version }) => version === half.version)
  const text = half.direction === 'up' ? migration?.text : migration?.down?.text
  if (text === undefined || txModeOf(text) !== 'stepwise') return false
  // Atlas writes that a statement is done when it is: of a run that was killed nobody knows about the last one.
  return half.error !== undefined || !half.operator.startsWith('Atlas')
}

function hole({ applied, pending }: Comparison): string | undefined {
  const newest = applied.at(-1)
  const found = pending.find(({ file }) => newest !== undefined && file < newest.file)
  if (found === undefined || newest === undefined) return undefined
  return `${found.path}: not applied, but the newer ${newest.file} is. Give it the next version: npm run renumber ${found.version}_${found.name}`
}

function edited({ folder: { migrations }, history }: Comparison): string | undefined {
  // What is not done yet of a file may be changed; the rest is compared when it is continued.
  const half = partialVersion(history)?.version
  const atlas = history.atlas?.filter(({ version }) => version !== half) ?? []
  // Atlas's own baselines have no hash.
  const hashes = new Map(
    atlas.flatMap(({ version, hash }) => (hash === '' ? [] : [[version, hash]])),
  )
  // Each hash covers the files before it too: the first that differs is the one that was edited.
  const found = migrations.find(({ version, hash }) => (hashes.get(version) ?? hash) !== hash)
  if (found === undefined) return undefined
  return `${found.path}: edited after it was applied. Restore it (git checkout), and write the change as a new migration.`
}
