import type { AlterTableCmd, Node } from 'libpg-query'
import { spellName, writePieces } from '../scan/pieces.ts'
import type { Piece } from '../scan/pieces.ts'
import type { TableAction } from './table-action.ts'
import { elementText } from './table-element.ts'

/** A table by its names as SQL spells them, and the name of its primary key. */
export interface Place {
  readonly schema: string
  readonly table: string
  readonly key: string | undefined
}

/** What one command of `alter table` does; `pieces` are its own. Undefined for a sort that is not known here. */
export function parseCommand(
  { subtype, name = '', def }: AlterTableCmd,
  pieces: readonly Piece[],
  place: Place,
): TableAction | undefined {
  if (subtype === 'AT_AddConstraint') return addConstraint(def, pieces.slice(1), place)
  if (subtype === 'AT_AddColumn') return addColumn(def, pieces.slice(2), place)
  const isDrop = subtype === 'AT_ColumnDefault' && def === undefined
  const found = simple[isDrop ? 'drop default' : (subtype ?? '')]
  const sql = writePieces(pieces)
  return found === undefined ? undefined : action(place, { ...found, name: spellName(name), sql })
}

const simple: Readonly<Record<string, Pick<TableAction, 'kind' | 'verb' | 'part'>>> = {
  AT_DropColumn: { kind: 'column', verb: 'drop', part: '' },
  AT_DropConstraint: { kind: 'constraint', verb: 'drop', part: '' },
  AT_AlterColumnType: { kind: 'column', verb: 'alter', part: 'type' },
  AT_SetNotNull: { kind: 'column', verb: 'alter', part: 'set not null' },
  AT_DropNotNull: { kind: 'column', verb: 'alter', part: 'drop not null' },
  AT_ColumnDefault: { kind: 'column', verb: 'alter', part: 'set default' },
  'drop default': { kind: 'column', verb: 'alter', part: 'drop default' },
}

/** A constraint as an element of a table's list has it, added by a separate statement. */
export function addConstraint(
  element: Node | undefined,
  pieces: readonly Piece[],
  place: Place,
): TableAction | undefined {
  if (element === undefined || !('Constraint' in element)) return undefined
  const { conname, contype } = element.Constraint
  const byDefault = contype === 'CONSTR_PRIMARY' ? place.key : undefined
  const name = conname === undefined ? byDefault : spellName(conname)
  if (name === undefined) return undefined
  const text = elementText(element, pieces, place.key)
  return action(place, { kind: 'constraint', name, verb: 'create', part: '', sql: `add ${text}` })
}

function addColumn(
  element: Node | undefined,
  pieces: readonly Piece[],
  place: Place,
): TableAction | undefined {
  if (element === undefined || !('ColumnDef' in element)) return undefined
  const name = spellName(element.ColumnDef.colname ?? '')
  const sql = `add column ${elementText(element, pieces, place.key)}`
  return action(place, { kind: 'column', name, verb: 'create', part: '', sql })
}

function action(
  { schema, table }: Place,
  { sql, ...rest }: Omit<TableAction, 'schema' | 'table'>,
): TableAction {
  return { schema, table, ...rest, sql: `alter table ${schema}.${table}\n  ${sql}` }
}
