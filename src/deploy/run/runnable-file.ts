import { splitStatements } from '../../sql/scan/split.ts'
import type { Statement } from '../../sql/scan/split.ts'
import { txModeOf } from '../../sql/scan/txmode.ts'
import type { TxMode } from '../../sql/scan/txmode.ts'

/** A file of statements. */
export interface FileText {
  readonly text: string
  readonly path: string
}

/** The same, taken apart: that takes a second for a file of some megabytes, and is done once. */
export interface RunnableFile extends FileText {
  readonly statements: readonly Statement[]
  readonly mode: TxMode
}

/** Takes a file apart. Throws UserError with the place where the text is not SQL. */
export async function parseRunnable({ text, path }: FileText): Promise<RunnableFile> {
  return { text, path, statements: await splitStatements(text, path), mode: txModeOf(text) }
}
