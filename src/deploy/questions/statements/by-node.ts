import type { Node } from 'libpg-query'
import { createdTable } from '../../../sql/parsed/created-table.ts'
import type { Found, Sight } from '../found.ts'
import { joinFound } from '../found.ts'
import { blindWorld } from '../world/world.ts'
import { writeReason } from '../writes/after-write.ts'
import { askDelete } from '../writes/delete-rows.ts'
import { afterInsert, askInsert } from '../writes/insert-rows.ts'
import { askMerge } from '../writes/merge-rows.ts'
import { askUpdate } from '../writes/update-rows.ts'
import { askAlterDomain } from './alter-domain.ts'
import { askAlterTable } from './alter-table.ts'
import {
  askCreateDomain,
  askCreateEnum,
  askCreateFunction,
  askMadeName,
  askTrigger,
} from './create-names.ts'
import { askCreateAs, askCreateTable } from './create-table.ts'
import { askUniqueIndex } from './create-unique-index.ts'
import { askDrop } from './drop-object.ts'
import { askDropOwned } from './drop-owned.ts'
import { askRename, askSetSchema } from './rename-object.ts'
import { askBlockBy } from './run-block.ts'
import { askQuery, askSelect, askWriter } from './run-query.ts'
import { askSetPath } from './set-path.ts'
import { askTruncate } from './truncate-tables.ts'

/** What a statement asks, in the database as those before leave it. */
export function findIn(tree: Node, sight: Sight): Found {
  const [node = ''] = Object.keys(tree)
  const rule = rules[node]
  const found = rule?.(tree, sight) ?? {}
  if (!evaluates.has(node)) return found
  const writer = askWriter(tree, { ...sight, world: found.world ?? sight.world })
  return joinFound([found, writer])
}

/** Statements whose expressions are evaluated when they run. */
const evaluates: ReadonlySet<string> = new Set([
  'AlterTableStmt',
  'CallStmt',
  'CopyStmt',
  'DeleteStmt',
  'ExplainStmt',
  'IndexStmt',
  'InsertStmt',
  'MergeStmt',
  'UpdateStmt',
])

type NodeRule = (tree: Node, sight: Sight) => Found

/** What is not told of a statement, which may do anything. */
const notTold =
  (reason: string): NodeRule =>
  (_tree, sight) => ({ reasons: [reason], world: blindWorld(sight.world, writeReason(sight)) })

function askCreated(tree: Node, sight: Sight): Found {
  const created = createdTable(tree)
  return created === undefined ? {} : askCreateTable(created, sight)
}

/** One a sort of statement; the others ask nothing. */
const rules: Readonly<Record<string, NodeRule>> = {
  AlterDomainStmt: (tree, sight) =>
    'AlterDomainStmt' in tree ? askAlterDomain(tree.AlterDomainStmt, sight) : {},
  AlterEnumStmt: askMadeName,
  AlterExtensionStmt: notTold('the new version of an extension may change its rows'),
  AlterFunctionStmt: askMadeName,
  AlterObjectSchemaStmt: (tree, sight) =>
    'AlterObjectSchemaStmt' in tree ? askSetSchema(tree.AlterObjectSchemaStmt, sight) : {},
  AlterTableStmt: (tree, sight) =>
    'AlterTableStmt' in tree ? askAlterTable(tree.AlterTableStmt, sight) : {},
  AlterTypeStmt: askMadeName,
  CallStmt: notTold('it calls a procedure'),
  CompositeTypeStmt: askMadeName,
  CopyStmt: (tree, sight) =>
    'CopyStmt' in tree && tree.CopyStmt.is_from === true
      ? afterInsert(tree.CopyStmt.relation, sight)
      : {},
  CreateDomainStmt: (tree, sight) =>
    'CreateDomainStmt' in tree ? askCreateDomain(tree.CreateDomainStmt, sight) : {},
  CreateEnumStmt: (tree, sight) =>
    'CreateEnumStmt' in tree ? askCreateEnum(tree.CreateEnumStmt, sight) : {},
  CreateFunctionStmt: (tree, sight) =>
    'CreateFunctionStmt' in tree ? askCreateFunction(tree.CreateFunctionStmt, sight) : {},
  CreateForeignTableStmt: askCreated,
  CreateStmt: askCreated,
  CreateTableAsStmt: (tree, sight) =>
    'CreateTableAsStmt' in tree ? askCreateAs(tree.CreateTableAsStmt, sight) : {},
  CreateTrigStmt: (tree, sight) =>
    'CreateTrigStmt' in tree ? askTrigger(tree.CreateTrigStmt, sight) : {},
  DeclareCursorStmt: askQuery,
  DefineStmt: askMadeName,
  DeleteStmt: (tree, sight) => ('DeleteStmt' in tree ? askDelete(tree.DeleteStmt, sight) : {}),
  DoStmt: (tree, sight) => ('DoStmt' in tree ? askBlockBy(findIn)(tree.DoStmt, sight) : {}),
  DropOwnedStmt: (tree, sight) =>
    'DropOwnedStmt' in tree ? askDropOwned(tree.DropOwnedStmt, sight) : {},
  DropStmt: (tree, sight) => ('DropStmt' in tree ? askDrop(tree.DropStmt, sight) : {}),
  ExecuteStmt: notTold('it runs a prepared statement'),
  ExplainStmt: (tree, sight) =>
    'ExplainStmt' in tree && (tree.ExplainStmt.options ?? []).length > 0
      ? notTold('it may run what it explains')(tree, sight)
      : {},
  IndexStmt: (tree, sight) => ('IndexStmt' in tree ? askUniqueIndex(tree.IndexStmt, sight) : {}),
  InsertStmt: (tree, sight) => ('InsertStmt' in tree ? askInsert(tree.InsertStmt, sight) : {}),
  MergeStmt: (tree, sight) => ('MergeStmt' in tree ? askMerge(tree.MergeStmt, sight) : {}),
  RenameStmt: (tree, sight) => ('RenameStmt' in tree ? askRename(tree.RenameStmt, sight) : {}),
  RuleStmt: (tree, sight) => ('RuleStmt' in tree ? askTrigger(tree.RuleStmt, sight) : {}),
  SelectStmt: (tree, sight) => ('SelectStmt' in tree ? askSelect(tree.SelectStmt, sight) : {}),
  TruncateStmt: (tree, sight) =>
    'TruncateStmt' in tree ? askTruncate(tree.TruncateStmt, sight) : {},
  UpdateStmt: (tree, sight) => ('UpdateStmt' in tree ? askUpdate(tree.UpdateStmt, sight) : {}),
  VariableSetStmt: (tree, sight) =>
    'VariableSetStmt' in tree ? askSetPath(tree.VariableSetStmt, sight) : {},
}
