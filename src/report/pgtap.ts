import type { PgtapResult } from '../commands/pgtap.ts'

/** What became of the files of tests. */
export function renderPgtap({ files, changed, written }: PgtapResult): string {
  if (changed.length === 0) return `${files.join(', ')}: as the schema files say.`
  return written
    ? `Wrote ${changed.join(', ')}`
    : `${changed.join(', ')}: not what the schema files say. npm run pgtap writes them.`
}
