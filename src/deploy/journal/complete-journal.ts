import type { Migration } from '../../files/migrations.ts'
import { writeEvent } from './events.ts'
import type { Journal } from './journal.ts'
import { forgetVersions, readJournaledFiles, recordFile, recordTexts } from './journaled-files.ts'
import type { JournaledFile } from './journaled-files.ts'
import { isAbout } from './recorded-folder.ts'

/**
 * Brings the journal's files in line with what is applied: what another tool applied, or was applied before there was a
 * journal, is recorded as the checkout has it, and what another tool rolled back is forgotten. A down file that is recorded
 * stays as it is. Texts that a journal of an older version lacks are added.
 */
export async function completeJournal(
  journal: Journal,
  applied: readonly Migration[],
  verb: 'record' | 'baseline' = 'record',
): Promise<void> {
  if (!journal.isOpen) return
  const here = applied.filter(({ isRecorded }) => isRecorded !== true)
  const files = await readJournaledFiles(journal.session, here)
  await recordTexts(journal, here)
  const lacking = findUnjournaled(files, here)
  const versions = new Set(applied.map(({ version }) => version))
  const gone = files.flatMap(({ version }) => (versions.has(version) ? [] : [version]))
  if (lacking.length + gone.length === 0) return
  await journal.session.tx(async (tx) => {
    await forgetVersions(tx, gone)
    for (const migration of lacking) {
      await recordFile(tx, journal, migration)
      await writeEvent(tx, journal, { verb, version: migration.version })
    }
  })
}

function findUnjournaled(
  files: readonly JournaledFile[],
  applied: readonly Migration[],
): Migration[] {
  const known = new Map(files.map((file) => [file.version, file]))
  return applied.filter((migration) => {
    const file = known.get(migration.version)
    if (file === undefined || !isAbout(file, migration)) return true
    return file.down === null && migration.down !== undefined
  })
}
