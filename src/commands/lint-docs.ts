import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Project } from '../files/project.ts'
import { loadRules } from '../lint/rule-files.ts'
import { renderRules } from '../lint/rules-page.ts'

/** The page that was written, from the project's root. */
export interface LintDocsResult {
  readonly file: string
}

/** Writes docs/lint.md from the heads of the rules. */
export async function lintDocsCommand({ root }: Project): Promise<LintDocsResult> {
  const file = 'docs/lint.md'
  await writeFile(join(root, file), await lintPage())
  return { file }
}

/** The text of docs/lint.md. */
export async function lintPage(): Promise<string> {
  const about = await readFile(join(import.meta.dirname, '../lint/about.md'), 'utf8')
  return renderRules(about, await loadRules())
}
