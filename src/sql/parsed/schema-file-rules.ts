import type { AlterTableCmd, Node } from 'libpg-query'
import { subscriptionReach } from '../subscription-reach.ts'

/**
 * Says why a statement does not say plainly what is, or undefined when it does. A schema file is read into an
 * empty database: a guard there would only hide that two files declare the same thing.
 */
export function refusalOf(tree: Node): string | undefined {
  for (const refuse of refusals) {
    const reason = refuse(tree)
    if (reason !== undefined) return reason
  }
  return undefined
}

/** What to say of a sort of statement for which a schema file has no place; `node` is the parser's name of it. */
export function noPlaceFor(node: string): string {
  const sentence = placeless.find(([pattern]) => pattern.test(node))?.[1]
  return sentence ?? `No folder of the schema takes this sort of statement (${node}).`
}

const placeless: readonly (readonly [RegExp, string])[] = [
  [
    /^Drop/,
    'A schema file declares what exists, so it never drops. Remove the object from its file instead.',
  ],
  [/^DoStmt$/, 'A schema file has no `do`. A step that must run once is a migration.'],
  [
    /^VariableSetStmt$/,
    'A schema file has no `set`. Write the schema in front of each name, and `granted by` into what another role grants.',
  ],
  [/^TransactionStmt$/, 'The loader opens and ends the transaction. Remove this line.'],
  [
    /^(Select|Insert|Update|Delete|Merge|Copy|Truncate)Stmt$/,
    'A schema file holds no rows and no queries. Rows go into the samples or into a migration.',
  ],
  [/^GrantStmt$/, 'Name each object: `all … in schema` depends on what already exists.'],
  [
    /^(GrantRole|CreateRole|AlterRole|AlterRoleSet)Stmt$/,
    'Roles belong to the server, not to a database.',
  ],
  [/^CreateTableAsStmt$/, 'List the columns: `create table … as` is a query.'],
  [/^(Rename|Alter)/, 'Write this into the statement that creates the object.'],
]

type Refusal = (tree: Node) => string | undefined

const refusals: readonly Refusal[] = [
  (tree) =>
    hasFlag(tree, 'if_not_exists')
      ? 'Leave out `if not exists`: it would hide that something else created the object.'
      : undefined,
  (tree) =>
    hasFlag(tree, 'replace')
      ? 'Leave out `or replace`: it would hide that two files declare the same object.'
      : undefined,
  (tree) =>
    hasFlag(tree, 'missing_ok')
      ? 'Leave out `if exists`: the object is declared or it is not.'
      : undefined,
  (tree) =>
    hasFlag(tree, 'concurrent')
      ? 'Leave out `concurrently`: the migration decides how an index is built.'
      : undefined,
  refuseTemporary,
  refuseNamelessIndex,
  refuseSchemaElements,
  refuseAlterTable,
  refuseAlterPublication,
  refuseAlterFamily,
  (tree) => ('CreateSubscriptionStmt' in tree ? subscriptionReach(tree, new Set()) : undefined),
]

function hasFlag(tree: Node, flag: string): boolean {
  return Object.values(tree).some(
    (body: unknown) =>
      typeof body === 'object' &&
      body !== null &&
      Object.entries(body).some(([key, value]) => key === flag && value === true),
  )
}

function refuseTemporary(tree: Node): string | undefined {
  const relation =
    'CreateStmt' in tree
      ? tree.CreateStmt.relation
      : 'ViewStmt' in tree
        ? tree.ViewStmt.view
        : undefined
  return relation?.relpersistence === 't'
    ? 'Temporary objects do not belong to the schema.'
    : undefined
}

function refuseNamelessIndex(tree: Node): string | undefined {
  if (!('IndexStmt' in tree) || tree.IndexStmt.idxname !== undefined) return undefined
  return 'Give the index a name: <table>_<columns>_idx.'
}

function refuseSchemaElements(tree: Node): string | undefined {
  if (!('CreateSchemaStmt' in tree) || tree.CreateSchemaStmt.schemaElts === undefined)
    return undefined
  return 'The objects of a schema have separate files.'
}

function refuseAlterPublication(tree: Node): string | undefined {
  if (!('AlterPublicationStmt' in tree)) return undefined
  const { action, pubobjects } = tree.AlterPublicationStmt
  if (action === 'AP_AddObjects' && pubobjects !== undefined) return undefined
  return 'Only `add` is allowed of `alter publication`. Write options into `create publication`.'
}

function refuseAlterFamily(tree: Node): string | undefined {
  if (!('AlterOpFamilyStmt' in tree) || tree.AlterOpFamilyStmt.isDrop !== true) return undefined
  return 'Only `add` is allowed of `alter operator family`.'
}

function refuseAlterTable(tree: Node): string | undefined {
  if (!('AlterTableStmt' in tree)) return undefined
  const commands = (tree.AlterTableStmt.cmds ?? []).flatMap((node) =>
    'AlterTableCmd' in node ? [node.AlterTableCmd] : [],
  )
  if (commands.every(saysWhatIs)) return undefined
  return 'This changes a table step by step. Write the final table into `create table`.'
}

/** What `create table` has no words for, or what must come after another object is there. */
function saysWhatIs({ subtype, def }: AlterTableCmd): boolean {
  if (subtype === 'AT_ColumnDefault') return def !== undefined
  return declarative.has(subtype ?? '')
}

const declarative: ReadonlySet<string> = new Set([
  'AT_AddConstraint',
  'AT_AttachPartition',
  'AT_ChangeOwner',
  'AT_ClusterOn',
  'AT_DisableTrig',
  'AT_DisableTrigAll',
  'AT_DisableTrigUser',
  'AT_EnableAlwaysTrig',
  'AT_EnableReplicaTrig',
  'AT_EnableRowSecurity',
  'AT_EnableTrig',
  'AT_ForceRowSecurity',
  'AT_ReplicaIdentity',
  'AT_SetCompression',
  'AT_SetOptions',
  'AT_SetRelOptions',
  'AT_SetStatistics',
  'AT_SetStorage',
])
