import { UserError } from '../errors.ts'
import { splitStatements } from '../sql/split.ts'

/** Statements that PostgreSQL refuses inside a transaction, or that would end the one that a file runs in. */
const outside: Readonly<Record<string, string>> = {
  TransactionStmt:
    'ends or begins a transaction, but a migration is one transaction with its history row',
  VacuumStmt: 'cannot run inside a transaction',
  CreatedbStmt: 'cannot run inside a transaction',
  DropdbStmt: 'cannot run inside a transaction',
  AlterSystemStmt: 'cannot run inside a transaction',
  ReindexStmt: 'may not be able to run inside a transaction',
}

/**
 * Throws UserError with the place of the first statement of a file that cannot run in the file's own
 * transaction, and for a file that asks for none (`-- atlas:txmode none`).
 */
export async function refuseOwnTransactions(text: string, path: string): Promise<void> {
  if (/^-- atlas:txmode none\s*$/m.test(text)) {
    throw new UserError(
      `${path}: asks to run without a transaction (atlas:txmode none), which apply cannot do.`,
    )
  }
  for (const { node, line, column } of await splitStatements(text, path)) {
    const reason = outside[node]
    if (reason === undefined) continue
    throw new UserError(
      `${path}:${String(line)}:${String(column)}: this statement ${reason}. Take it out.`,
    )
  }
}
