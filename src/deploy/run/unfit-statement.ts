import type { Node, RangeVar } from 'libpg-query'
import type { Statement } from '../../sql/scan/split.ts'
import type { TxMode } from '../../sql/scan/txmode.ts'
import { standaloneOf, worksConcurrently } from '../../sql/parsed/standalone.ts'
import type { Standalone } from '../../sql/parsed/standalone.ts'
import { makesNoSlot } from '../../sql/subscription-reach.ts'

/** Why a statement cannot stand in a file that is run in such a way, after `this statement`; undefined where it can. */
export function reasonAgainst(statement: Statement, mode: TxMode): string | undefined {
  if (makesReadOnly(statement.tree, mode))
    return 'makes transactions read-only: what is done could not be recorded. Take it out'
  return mode === 'transaction' ? againstTransaction(statement) : againstStep(statement)
}

function againstTransaction({ node, tree }: Statement): string | undefined {
  const standalone = standaloneOf({ tree })
  if (standalone !== undefined) return isPlainReindex(standalone) ? undefined : apart(standalone)
  if ('TransactionStmt' in tree && nested.has(tree.TransactionStmt.kind ?? '')) return undefined
  return isHarmless(tree) ? undefined : outside[node]
}

function apart(standalone: Standalone): string {
  const [how, without] = worksConcurrently(standalone)
    ? ['works concurrently', 'leave out `concurrently`']
    : ['cannot run inside a transaction', 'take it out']
  return `${how}, and a migration is one transaction. Put it into a separate file that begins with: -- atlas:txmode none (and an empty line), or ${without}`
}

function againstStep({ node, tree }: Statement): string | undefined {
  const standalone = standaloneOf({ tree })
  if (standalone !== undefined) {
    const isNameless = standalone.kind === 'create index' && standalone.index === ''
    return isNameless
      ? 'makes an index without a name: after an interruption it could not be found. Name it'
      : undefined
  }
  return againstLasting(tree) ?? (isHarmless(tree) ? undefined : outside[node])
}

/** What an earlier statement leaves for a later one is lost when its transaction ends, or the session. */
function againstLasting(tree: Node): string | undefined {
  if ('TransactionStmt' in tree)
    return 'is about a transaction. Each statement of a file with txmode none is one, with its record. Take it out'
  if (lastsForTransaction(tree))
    return 'lasts for its transaction, and each statement of a file with txmode none is one. Write `set` without `local`, or take it out'
  if (lastsForSession(tree))
    return 'lasts for the session, and a file with txmode none may be continued in another one. Take it out'
  return undefined
}

const never =
  'cannot run inside a transaction, and nothing tells whether it was done after an interruption. Take it out, and run it by hand'

/** Statements that PostgreSQL refuses inside a transaction, or that would end the one that a file runs in. */
const outside: Readonly<Record<string, string>> = {
  TransactionStmt:
    'begins or ends a transaction. A migration is one transaction with its history row. Take it out',
  AlterSystemStmt: never,
  ClusterStmt: never,
  CreatedbStmt: never,
  CreateSubscriptionStmt: never,
  CreateTableSpaceStmt: never,
  DiscardStmt: never,
  DropdbStmt: never,
  DropTableSpaceStmt: never,
}

/** Whether nothing can be written behind a statement; what holds for later transactions ends with a file that is one. */
function makesReadOnly(tree: Node, mode: TxMode): boolean {
  if (!('VariableSetStmt' in tree)) return false
  const { name = '', args = [] } = tree.VariableSetStmt
  const isNow = ['TRANSACTION', 'transaction_read_only'].includes(name)
  const isLater = ['SESSION CHARACTERISTICS', 'default_transaction_read_only'].includes(name)
  return (isNow || (isLater && mode === 'stepwise')) && args.some(asksReadOnly)
}

function asksReadOnly(value: Node): boolean {
  if (!('DefElem' in value)) return isOn(value)
  const { defname, arg } = value.DefElem
  return defname === 'transaction_read_only' && arg !== undefined && isOn(arg)
}

/** A constant that PostgreSQL takes for true. */
function isOn(value: Node): boolean {
  if (!('A_Const' in value)) return false
  const { ival, sval, boolval } = value.A_Const
  if (sval !== undefined) return /^(?:on|true|yes|1|t|y)$/i.test(sval.sval ?? '')
  return ival?.ival === 1 || boolval?.boolval === true
}

/** Of those sorts, the statements that stay inside. */
function isHarmless(tree: Node): boolean {
  if ('DiscardStmt' in tree) return tree.DiscardStmt.target !== 'DISCARD_ALL'
  if ('ClusterStmt' in tree) return tree.ClusterStmt.relation !== undefined
  if ('CreateSubscriptionStmt' in tree)
    return makesNoSlot(tree.CreateSubscriptionStmt.options ?? [])
  return false
}

const nested: ReadonlySet<string> = new Set([
  'TRANS_STMT_SAVEPOINT',
  'TRANS_STMT_RELEASE',
  'TRANS_STMT_ROLLBACK_TO',
])

/** REINDEX of a table or an index runs in a transaction too, unless that is partitioned. */
function isPlainReindex(standalone: Standalone): boolean {
  return (
    standalone.kind === 'reindex' && !standalone.concurrently && standalone.relation !== undefined
  )
}

function lastsForTransaction(tree: Node): boolean {
  if ('VariableSetStmt' in tree) return tree.VariableSetStmt.is_local === true
  return 'LockStmt' in tree || 'ConstraintsSetStmt' in tree || 'DeclareCursorStmt' in tree
}

function lastsForSession(tree: Node): boolean {
  if ('PrepareStmt' in tree) return true
  return createdRelation(tree)?.relpersistence === 't'
}

function createdRelation(tree: Node): RangeVar | undefined {
  if ('CreateStmt' in tree) return tree.CreateStmt.relation
  if ('CreateTableAsStmt' in tree) return tree.CreateTableAsStmt.into?.rel
  if ('ViewStmt' in tree) return tree.ViewStmt.view
  return 'CreateSeqStmt' in tree ? tree.CreateSeqStmt.sequence : undefined
}
