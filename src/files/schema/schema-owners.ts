import type { ColumnDef, Constraint, CreateStmt, Node } from 'libpg-query'
import { createdTable } from '../../sql/parsed/created-table.ts'
import { listName, relationName, showName } from '../../sql/parsed/object-name.ts'
import type { ObjectName } from '../../sql/parsed/object-name.ts'
import type { OwnedNoun } from '../../sql/parsed/schema-place.ts'
import type { SubjectObject } from '../../sql/parsed/statement-subject.ts'

/** Which table an index, sequence or statistics object belongs to. */
export type Owners = ReadonlyMap<string, ObjectName>

/** Reads off all statements of the schema which table owns which index, sequence and statistics object. */
export function findOwners(trees: readonly Node[]): Owners {
  const found = trees.flatMap(parseOwnership)
  // A sequence is its own owner, unless a statement makes a table its owner.
  const alone = trees.flatMap(parseSequence)
  return new Map(
    [...alone, ...found].map(({ sort, object, owner }) => [keyOf(sort, object), owner]),
  )
}

/**
 * The table that an object of a statement belongs to, or the object itself if it belongs to none; undefined where
 * no file creates it.
 */
export function ownerOf(
  { owned, schema, name }: SubjectObject,
  owners: Owners,
): ObjectName | undefined {
  const object = { schema, name }
  return owned === undefined ? object : owners.get(keyOf(owned, object))
}

interface Ownership {
  readonly sort: OwnedNoun
  readonly object: ObjectName
  readonly owner: ObjectName
}

function keyOf(sort: OwnedNoun, object: ObjectName): string {
  return `${sort} ${showName(object)}`
}

function parseOwnership(tree: Node): Ownership[] {
  const created = createdTable(tree)
  if (created !== undefined) return parseTable(created)
  if ('IndexStmt' in tree) {
    const owner = relationName(tree.IndexStmt.relation)
    return [{ sort: 'index', object: { ...owner, name: tree.IndexStmt.idxname ?? '' }, owner }]
  }
  if ('CreateStatsStmt' in tree) return parseStatistics(tree.CreateStatsStmt)
  if ('CreateSeqStmt' in tree) {
    return parseOwnedBy(relationName(tree.CreateSeqStmt.sequence), tree.CreateSeqStmt.options)
  }
  if ('AlterSeqStmt' in tree) {
    return parseOwnedBy(relationName(tree.AlterSeqStmt.sequence), tree.AlterSeqStmt.options)
  }
  return []
}

function parseSequence(tree: Node): Ownership[] {
  if (!('CreateSeqStmt' in tree)) return []
  const object = relationName(tree.CreateSeqStmt.sequence)
  return [{ sort: 'sequence', object, owner: object }]
}

function parseStatistics({
  defnames,
  relations,
}: {
  defnames?: Node[]
  relations?: Node[]
}): Ownership[] {
  const relation = relations?.[0]
  if (relation === undefined || !('RangeVar' in relation)) return []
  const owner = relationName(relation.RangeVar)
  return [{ sort: 'statistics', object: listName(defnames), owner }]
}

/** `owned by public.t.c`; the sequence stays in its file, and its table's file may name it too. */
function parseOwnedBy(object: ObjectName, options: readonly Node[] | undefined): Ownership[] {
  const column = (options ?? []).flatMap((option) =>
    'DefElem' in option && option.DefElem.defname === 'owned_by' ? [option.DefElem.arg] : [],
  )[0]
  const names = column !== undefined && 'List' in column ? (column.List.items ?? []) : []
  return names.length < 2 ? [] : [{ sort: 'sequence', object, owner: listName(names.slice(0, -1)) }]
}

/** The indexes of a table's named keys, and the sequences of its identity and serial columns. */
function parseTable({ relation, tableElts }: CreateStmt): Ownership[] {
  const owner = relationName(relation)
  const elements = tableElts ?? []
  const columns = elements.flatMap((node) => ('ColumnDef' in node ? [node.ColumnDef] : []))
  const constraints = [
    ...elements,
    ...columns.flatMap((column) => column.constraints ?? []),
  ].flatMap((node) => ('Constraint' in node ? [node.Constraint] : []))
  return [
    ...constraints.flatMap(({ contype, conname }) =>
      conname !== undefined && indexed.has(contype ?? '')
        ? [{ sort: 'index' as const, object: { ...owner, name: conname }, owner }]
        : [],
    ),
    ...columns
      .flatMap((column) => sequenceOf(column, owner))
      .map((object) => ({ sort: 'sequence' as const, object, owner })),
  ]
}

const indexed: ReadonlySet<string> = new Set([
  'CONSTR_PRIMARY',
  'CONSTR_UNIQUE',
  'CONSTR_EXCLUSION',
])

function sequenceOf(column: ColumnDef, table: ObjectName): ObjectName[] {
  const identity = (column.constraints ?? [])
    .flatMap((node) => ('Constraint' in node ? [node.Constraint] : []))
    .find(({ contype }) => contype === 'CONSTR_IDENTITY')
  const isSerial = /^(small|big)?serial[248]?$/.test(listName(column.typeName?.names).name)
  if (identity === undefined && !isSerial) return []
  const byDefault = { ...table, name: defaultSequenceName(table.name, column.colname ?? '') }
  return [(identity && sequenceNameOption(identity)) ?? byDefault]
}

function sequenceNameOption({ options }: Constraint): ObjectName | undefined {
  const given = (options ?? []).flatMap((option) =>
    'DefElem' in option && option.DefElem.defname === 'sequence_name' ? [option.DefElem.arg] : [],
  )[0]
  return given !== undefined && 'List' in given ? listName(given.List.items) : undefined
}

/**
 * The name that PostgreSQL gives to a column's sequence: `<table>_<column>_seq`, the longer of the two names
 * cut until it fits 63 bytes (makeObjectName in indexcmds.c).
 */
function defaultSequenceName(table: string, column: string): string {
  const room = 63 - '__seq'.length
  let [first, second] = [Buffer.byteLength(table), Buffer.byteLength(column)]
  while (first + second > room) {
    if (first > second) first -= 1
    else second -= 1
  }
  return `${cut(table, first)}_${cut(column, second)}_seq`
}

/** The first `bytes` bytes of a text, without a broken character at the end. */
function cut(text: string, bytes: number): string {
  let length = 0
  let result = ''
  for (const character of text) {
    length += Buffer.byteLength(character)
    if (length > bytes) break
    result += character
  }
  return result
}
