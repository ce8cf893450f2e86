import { UserError } from '../../errors.ts'
import type { Statement } from '../../sql/scan/split.ts'
import { isEmptyText } from '../../sql/scan/stretches.ts'
import { findIdleDirective } from '../../sql/scan/txmode.ts'
import { parseRunnable } from './runnable-file.ts'
import type { FileText, RunnableFile } from './runnable-file.ts'
import { reasonAgainst } from './unfit-statement.ts'

/**
 * Takes a migration apart. Throws UserError for one that cannot be applied as a file: an empty one, which would be
 * recorded and could not be filled any more, and as parseTransactional.
 */
export async function parseApplicable({ text, path }: FileText): Promise<RunnableFile> {
  if (isEmptyText(text)) {
    throw new UserError(
      `${path}: empty: it has no statement. Fill it, or remove it with its down file. If it is to do nothing, write: select 1;`,
    )
  }
  return parseTransactional({ text, path })
}

/**
 * Takes a down file apart. Throws UserError for an empty one, which would take the version out of the history and leave
 * what it made, and as parseTransactional.
 */
export async function parseRevertible({ text, path }: FileText): Promise<RunnableFile> {
  if (isEmptyText(text)) {
    throw new UserError(
      `${path}: empty: it undoes nothing. Fill it, or have it planned (remove it, then npm run prove ${versionOf(path)} -- --write-down). ` +
        'If there is nothing to undo, write: select 1;',
    )
  }
  return parseTransactional({ text, path })
}

/**
 * Takes a file apart. Throws UserError with the place of the first statement that cannot run in the file's own
 * transaction, or in a file that asks for none (`-- atlas:txmode none`) neither in one nor again after an interruption.
 */
export async function parseTransactional({ text, path }: FileText): Promise<RunnableFile> {
  const idle = findIdleDirective(text)
  if (idle !== undefined) {
    throw new UserError(
      `${path}:${String(idle)}: nobody reads this directive. It is: -- atlas:txmode none, among the comment lines at the very start of the file, ` +
        'and an empty line behind them.',
    )
  }
  const file = await parseRunnable({ text, path })
  for (const statement of file.statements) {
    const reason = reasonAgainst(statement, file.mode)
    if (reason !== undefined)
      throw new UserError(`${placeOf(statement)}: this statement ${reason}.`)
  }
  return file
}

function placeOf({ file, line, column }: Statement): string {
  return `${file}:${String(line)}:${String(column)}`
}

/** The digits that a file's name begins with. */
function versionOf(path: string): string {
  return /(?:^|[/\\])(\d+)_[^/\\]*$/.exec(path)?.[1] ?? 'VERSION'
}
