import type { Node } from 'libpg-query'
import { UserError } from '../../errors.ts'
import type { Migration } from '../../files/migrations.ts'
import { splitStatements } from '../../sql/scan/split.ts'
import type { Statement } from '../../sql/scan/split.ts'
import { isEmptyText } from '../../sql/scan/stretches.ts'

/**
 * Throws UserError for a migration that cannot be applied as a file: an empty one, which would be recorded and
 * could not be filled any more, or one with its own transactions.
 */
export async function refuseInapplicable({ text, path }: Migration): Promise<void> {
  if (isEmptyText(text)) {
    throw new UserError(
      `${path}: empty: it has no statement. Fill it, or remove it with its down file. If it is to do nothing, write: select 1;`,
    )
  }
  await refuseOwnTransactions(text, path)
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
  for (const statement of await splitStatements(text, path)) {
    const reason = reasonAgainst(statement)
    if (reason === undefined) continue
    const place = `${path}:${String(statement.line)}:${String(statement.column)}`
    throw new UserError(`${place}: this statement ${reason}.`)
  }
}

function reasonAgainst({ node, tree }: Statement): string | undefined {
  if (isConcurrent(tree)) {
    return 'works concurrently. PostgreSQL cannot do that inside a transaction, and a migration is one. Leave out `concurrently`'
  }
  return isHarmless(tree) ? undefined : outside[node]
}

const never = 'cannot run inside a transaction. Take it out'

/** Statements that PostgreSQL refuses inside a transaction, or that would end the one that a file runs in. */
const outside: Readonly<Record<string, string>> = {
  TransactionStmt:
    'begins or ends a transaction. A migration is one transaction with its history row. Take it out',
  AlterSystemStmt: never,
  ClusterStmt: never,
  CreatedbStmt: never,
  CreateTableSpaceStmt: never,
  DiscardStmt: never,
  DropdbStmt: never,
  DropTableSpaceStmt: never,
  ReindexStmt: never,
  VacuumStmt: never,
}

/** Of those sorts, the statements that stay inside: ANALYZE is one with VACUUM to the parser. */
function isHarmless(tree: Node): boolean {
  if ('VacuumStmt' in tree) return tree.VacuumStmt.is_vacuumcmd !== true
  if ('TransactionStmt' in tree) return nested.has(tree.TransactionStmt.kind ?? '')
  if ('DiscardStmt' in tree) return tree.DiscardStmt.target !== 'DISCARD_ALL'
  const relation =
    ('ReindexStmt' in tree && tree.ReindexStmt.relation) ||
    ('ClusterStmt' in tree && tree.ClusterStmt.relation)
  return Boolean(relation)
}

const nested: ReadonlySet<string> = new Set([
  'TRANS_STMT_SAVEPOINT',
  'TRANS_STMT_RELEASE',
  'TRANS_STMT_ROLLBACK_TO',
])

function isConcurrent(tree: Node): boolean {
  if ('IndexStmt' in tree) return tree.IndexStmt.concurrent === true
  if ('DropStmt' in tree) return tree.DropStmt.concurrent === true
  if ('ReindexStmt' in tree) return (tree.ReindexStmt.params ?? []).some(isConcurrently)
  if ('AlterTableStmt' in tree) return (tree.AlterTableStmt.cmds ?? []).some(detachesConcurrently)
  return false
}

function isConcurrently(node: Node): boolean {
  return 'DefElem' in node && node.DefElem.defname === 'concurrently'
}

function detachesConcurrently(node: Node): boolean {
  const def = 'AlterTableCmd' in node ? node.AlterTableCmd.def : undefined
  return def !== undefined && 'PartitionCmd' in def && def.PartitionCmd.concurrent === true
}
