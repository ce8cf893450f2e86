import type { Node, RangeVar } from 'libpg-query'
import { addConstraint, parseCommand } from './alter-actions.ts'
import type { Place } from './alter-actions.ts'
import { nodeName } from './object-name.ts'
import { parsePieces, spellName, splitPieces, writePieces } from '../scan/pieces.ts'
import type { Piece } from '../scan/pieces.ts'
import { splitStatements } from '../scan/split.ts'
import type { TableAction, UnreadAction } from './table-action.ts'
import { elementText, isForeignKey } from './table-element.ts'

/** The name of a table's primary key, for statements that leave it out. */
export type NameOfKey = (schema: string, table: string) => string | undefined

/**
 * Takes statements about tables apart into single actions, in order, each written as a person would: names quoted only
 * where they must be, `null` and `no action` left out, a list a line. Foreign keys are taken out of `create table`:
 * tables may refer to each other. What is of no sort that is known here comes back as it is.
 */
export async function parseTableActions(
  statements: readonly string[],
  nameOfKey: NameOfKey,
): Promise<(TableAction | UnreadAction)[]> {
  const parsed = await splitStatements(`${statements.join(';\n')};`, 'statements about tables')
  const actions: (TableAction | UnreadAction)[] = []
  for (const { text, tree } of parsed) {
    const pieces = await parsePieces(text)
    const read = readers.map((reader) => reader({ tree, pieces, nameOfKey }))
    actions.push(...(read.find((found) => found !== undefined) ?? [{ sql: text }]))
  }
  return actions
}

interface Source {
  readonly tree: Node
  readonly pieces: readonly Piece[]
  readonly nameOfKey: NameOfKey
}

/** Each knows one sort of statement. */
const readers: readonly ((source: Source) => readonly TableAction[] | undefined)[] = [
  parseCreate,
  parseAlter,
  parseIndex,
  parseDrop,
  parseComment,
]

/** `create table schema . name`, `alter table schema . name` */
const headLength = 5

function parseCreate({ tree, pieces, nameOfKey }: Source): readonly TableAction[] | undefined {
  if (!('CreateStmt' in tree)) return undefined
  const { relation, tableElts: elements = [] } = tree.CreateStmt
  const place = placeOf(relation, nameOfKey)
  const list = pieces.slice(headLength)
  const parts = splitPieces(list.slice(1, -1))
  const isWhole = list[0]?.text === '(' && list.at(-1)?.text === ')'
  if (!isWhole || parts.length !== elements.length) return undefined
  const pairs = elements.map((element, at) => ({ element, pieces: parts[at] ?? [] }))
  const lines = pairs
    .filter(({ element }) => !isForeignKey(element))
    .map((pair) => `  ${elementText(pair.element, pair.pieces, place.key)}`)
  const keys = pairs
    .filter(({ element }) => isForeignKey(element))
    .map((pair) => addConstraint(pair.element, pair.pieces, place))
  const { schema, table } = place
  const sql = `create table ${schema}.${table} (\n${lines.join(',\n')}\n)`
  return all([{ kind: 'table', schema, table, name: null, verb: 'create', part: '', sql }, ...keys])
}

function parseAlter({ tree, pieces, nameOfKey }: Source): readonly TableAction[] | undefined {
  if (!('AlterTableStmt' in tree)) return undefined
  const { relation, cmds = [] } = tree.AlterTableStmt
  const place = placeOf(relation, nameOfKey)
  const parts = splitPieces(pieces.slice(headLength))
  if (parts.length !== cmds.length) return undefined
  return all(
    cmds.map((node, at) =>
      'AlterTableCmd' in node
        ? parseCommand(node.AlterTableCmd, parts[at] ?? [], place)
        : undefined,
    ),
  )
}

/** All of them, or none: half of a statement is another statement. */
function all(actions: readonly (TableAction | undefined)[]): readonly TableAction[] | undefined {
  const known = actions.filter((action) => action !== undefined)
  return known.length === actions.length ? known : undefined
}

function parseIndex({ tree, pieces, nameOfKey }: Source): readonly TableAction[] | undefined {
  if (!('IndexStmt' in tree) || tree.IndexStmt.idxname === undefined) return undefined
  const { schema, table } = placeOf(tree.IndexStmt.relation, nameOfKey)
  const name = spellName(tree.IndexStmt.idxname)
  const sql = writePieces(pieces)
  return [{ kind: 'index', schema, table, name, verb: 'create', part: '', sql }]
}

function parseDrop({ tree, pieces }: Source): readonly TableAction[] | undefined {
  if (!('DropStmt' in tree)) return undefined
  const { removeType, objects = [] } = tree.DropStmt
  if (objects.length !== 1) return undefined
  return about(removeType, objects[0], { verb: 'drop', sql: writePieces(pieces) })
}

function parseComment({ tree, pieces }: Source): readonly TableAction[] | undefined {
  if (!('CommentStmt' in tree)) return undefined
  const { objtype, object } = tree.CommentStmt
  const sql = writePieces(pieces).replace(/ is ''$/i, ' is null')
  return about(objtype, object, { verb: 'comment', sql })
}

function about(
  sort: string | undefined,
  object: Node | undefined,
  { verb, sql }: Pick<TableAction, 'verb' | 'sql'>,
): readonly TableAction[] | undefined {
  const kind = kinds[sort ?? '']
  if (kind === undefined || object === undefined || !('List' in object)) return undefined
  const names = (object.List.items ?? []).map((node) => spellName(nodeName(node).name))
  return [{ kind, ...namesOf(kind, names), verb, part: '', sql }]
}

/** The statement names an index by its schema alone. */
function namesOf(
  kind: TableAction['kind'],
  [schema = '', first = '', second]: readonly string[],
): Pick<TableAction, 'schema' | 'table' | 'name'> {
  if (kind === 'index') return { schema, table: null, name: first }
  return { schema, table: first, name: second ?? null }
}

const kinds: Readonly<Record<string, TableAction['kind']>> = {
  OBJECT_TABLE: 'table',
  OBJECT_INDEX: 'index',
  OBJECT_COLUMN: 'column',
}

function placeOf(relation: RangeVar | undefined, nameOfKey: NameOfKey): Place {
  const schema = spellName(relation?.schemaname ?? '')
  const table = spellName(relation?.relname ?? '')
  return { schema, table, key: nameOfKey(schema, table) }
}
