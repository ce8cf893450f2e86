import {
  addingReads,
  recreatedNeedsRewrite,
  identityPartitions,
  identitySequence,
  needsRewrite,
  ownedSequences,
  sequencesOfTable,
  textNeedsRewrite,
  typeNeedsRewrite,
  typeNeedsScan,
} from './column-work.ts'
import { checksNotNull } from '../data/null-values.ts'
import { tablesOfDomain } from './domain-work.ts'
import {
  checksRows,
  constraintLock,
  keysOfColumn,
  referencedByFormer,
  referencedByNew,
  referencedTables,
} from './key-work.ts'
import { optionsLock, sequenceLock } from './option-locks.ts'
import {
  buildsIndex,
  heirsOfDefault,
  heirsWithPart,
  heirsOfNamed,
  heirsOfNew,
  heirsOfOld,
  heirsOfState,
} from './part-work.ts'
import { attachedAlong, formerParent, newSibling, partitionedTable } from './partition-work.ts'
import { platformTriggers } from './trigger-work.ts'
import { readsTables } from './view-work.ts'
import type { Lock, WorkRow } from './work-row.ts'

const strongest: Lock = 'access exclusive'
const altertable = 'sql-altertable'

/** A form of ALTER TABLE that takes the strongest lock and touches no row. */
const brief: WorkRow = { page: altertable, lock: strongest }

/** The same of ALTER FOREIGN TABLE. */
const foreign: WorkRow = { page: 'sql-alterforeigntable', lock: strongest }

/**
 * What PostgreSQL documents of each sort of statement: kind, verb and, where it matters, the attribute that is set. The
 * pages are those of the manual; a test runs every statement of every case and compares (test/plan/hazards/work/found-work.db.test.ts).
 */
export const workTable: Readonly<Record<string, WorkRow>> = {
  'table create': {
    page: 'sql-createtable',
    others: (step) => [...referencedTables(step), ...partitionedTable(step)],
  },
  'table drop': {
    page: 'sql-droptable',
    others: (step) => [...referencedTables(step), ...partitionedTable(step)],
  },
  'table alter constraint': { ...brief, scan: checksRows },
  'table alter owner': { ...brief, only: true, others: ownedSequences },
  'table alter rowSecurity': { ...brief, only: true },
  'table alter persistence': {
    ...brief,
    only: true,
    rewrite: true,
    scan: true,
    others: sequencesOfTable,
  },
  'table alter options': { page: altertable, lock: optionsLock, only: true },
  'table alter toastOptions': { page: altertable, lock: optionsLock, only: true },
  'table alter ofType': { ...brief, only: true },
  'table alter accessMethod': { ...brief, only: true, rewrite: true, scan: true },
  'table alter replicaIdentity': { ...brief, only: true },
  'table alter attach': {
    ...brief,
    scan: checksRows,
    heirs: attachedAlong,
    others: (step) => [...newSibling(step), ...referencedByNew(step)],
  },
  'table alter detach': {
    ...brief,
    others: (step) => [...formerParent(step), ...referencedByFormer(step)],
  },
  'table alter inherits': { ...brief, only: true },
  'table rename': { ...brief, only: true },
  'foreignTable create': { page: 'sql-createforeigntable', others: partitionedTable },
  'foreignTable drop': { page: 'sql-dropforeigntable', others: partitionedTable },
  'foreignTable alter constraint': foreign,
  'foreignTable alter options': { ...foreign, only: true },
  'foreignTable alter owner': { ...foreign, only: true },
  'foreignTable alter attach': { ...foreign, others: newSibling },
  'foreignTable alter detach': { ...foreign, others: formerParent },
  'foreignTable alter inherits': { ...foreign, only: true },
  'foreignTable rename': { ...foreign, only: true },
  'view rename': { page: 'sql-alterview', lock: strongest },
  'view alter': { page: 'sql-createview', lock: strongest },
  'view alter owner': { page: 'sql-alterview', lock: strongest },
  'materializedView rename': { page: 'sql-altermaterializedview', lock: strongest },
  'materializedView create': { page: 'sql-creatematerializedview', others: readsTables },
  'materializedView alter options': { page: 'sql-altermaterializedview', lock: optionsLock },
  'materializedView alter owner': { page: 'sql-altermaterializedview', lock: strongest },
  'viewColumn alter': { page: 'sql-alterview', lock: strongest },
  'viewColumn drop': { page: 'sql-alterview', lock: strongest },
  'column create': { ...brief, rewrite: needsRewrite, scan: addingReads, heirs: heirsWithPart },
  'column drop': { ...brief, heirs: heirsWithPart },
  'column rename': brief,
  'column alter type': {
    ...brief,
    rewrite: typeNeedsRewrite,
    scan: typeNeedsScan,
    // The sequence of an identity takes the new type too.
    others: (step) => [...keysOfColumn(step), ...identitySequence(step)],
  },
  'column alter recreated': {
    ...brief,
    rewrite: recreatedNeedsRewrite,
    scan: recreatedNeedsRewrite,
  },
  'column alter asText': { ...brief, rewrite: textNeedsRewrite, scan: textNeedsRewrite },
  'column alter collation': brief,
  'column alter default': { ...brief, heirs: heirsOfDefault },
  'column alter notNull': { ...brief, scan: checksNotNull },
  'column alter notNullName': brief,
  'column alter notNullValidated': { page: altertable, scan: true },
  'column alter identity': {
    ...brief,
    only: true,
    others: (step) => [...identitySequence(step), ...identityPartitions(step)],
  },
  'column alter generated': { ...brief, rewrite: needsRewrite, scan: needsRewrite },
  'column alter foreignOptions': { ...brief, only: true },
  'column alter storage': { ...brief, only: true },
  'column alter compression': { ...brief, only: true },
  'constraint create': {
    page: altertable,
    lock: constraintLock,
    scan: checksRows,
    heirs: heirsOfNew,
    others: referencedTables,
  },
  'constraint drop': { ...brief, heirs: heirsOfOld, others: referencedTables },
  'constraint rename': { ...brief, heirs: heirsOfNamed },
  'constraint alter deferrable': { ...brief, heirs: heirsOfOld },
  'constraint alter usingIndex': { ...brief, only: true },
  'constraint alter validated': { page: altertable, scan: true },
  'domainConstraint create': { page: 'sql-alterdomain', others: tablesOfDomain },
  'domain alter notNull': { page: 'sql-alterdomain', others: tablesOfDomain },
  'constraint alter replicaIdentity': { ...brief, only: true },
  'index alter replicaIdentity': { ...brief, only: true },
  'index create': { page: 'sql-createindex', lock: 'share', scan: buildsIndex, heirs: heirsOfNew },
  'index drop': { page: 'sql-dropindex', lock: strongest, heirs: heirsOfOld },
  'policy create': { page: 'sql-createpolicy', lock: strongest, only: true },
  'policy alter': { page: 'sql-alterpolicy', lock: strongest, only: true },
  'policy drop': { page: 'sql-droppolicy', lock: strongest, only: true },
  'policy rename': { page: 'sql-alterpolicy', lock: strongest, only: true },
  // Triggers of ours on tables of the platform go with their function.
  'function drop': { page: 'sql-dropfunction', others: platformTriggers },
  'trigger create': { page: 'sql-createtrigger', lock: 'share row exclusive' },
  'trigger alter': { page: 'sql-createtrigger', lock: 'share row exclusive' },
  'trigger alter enabled': { page: altertable, lock: 'share row exclusive', heirs: heirsOfState },
  'trigger drop': { page: 'sql-droptrigger', lock: strongest },
  'trigger rename': { page: 'sql-altertrigger', lock: strongest },
  'rule create': { page: 'sql-createrule', lock: strongest, only: true },
  'rule alter': { ...brief, only: true },
  'rule drop': { page: 'sql-droprule', lock: strongest, only: true },
  'rule rename': { page: 'sql-alterrule', lock: strongest, only: true },
  'sequence alter': { page: 'sql-altersequence', lock: sequenceLock },
  'sequence rename': { page: 'sql-altersequence', lock: strongest },
  // setval() keeps nobody out, nor does reading the rows
  'sequence alter position': { page: 'functions-sequence' },
  'identitySequence alter position': { page: 'functions-sequence' },
  'sequence alter owner': { page: 'sql-altersequence', lock: strongest },
}
