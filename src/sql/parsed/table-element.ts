import type { Node } from 'libpg-query'
import { withDepth, writePieces } from '../scan/pieces.ts'
import type { Piece } from '../scan/pieces.ts'

/** Whether an element of a table is a foreign key. */
export function isForeignKey(element: Node): boolean {
  return 'Constraint' in element && element.Constraint.contype === 'CONSTR_FOREIGN'
}

/**
 * A column or a constraint as a person would write it: without `null`, which every column is, and `no action`, which
 * every foreign key does; a primary key with its name.
 */
export function elementText(
  element: Node,
  pieces: readonly Piece[],
  primaryKey: string | undefined,
): string {
  if ('ColumnDef' in element) return writePieces(withoutNull(pieces))
  const text = writePieces(isForeignKey(element) ? withoutNoAction(pieces) : pieces)
  return text.startsWith('primary key') && primaryKey !== undefined
    ? `constraint ${primaryKey} ${text}`
    : text
}

/** The word behind the type, before what may hold an expression. */
function withoutNull(pieces: readonly Piece[]): Piece[] {
  const outside = withDepth(pieces).map(({ piece, depth }) => (depth === 0 ? word(piece) : ''))
  const end = outside.findIndex((text) => text === 'default' || text === 'generated')
  const at = outside.findIndex(
    (text, place) => place > 0 && text === 'null' && outside[place - 1] !== 'not',
  )
  return at === -1 || (end !== -1 && end < at) ? [...pieces] : pieces.toSpliced(at, 1)
}

function withoutNoAction(pieces: readonly Piece[]): Piece[] {
  const words = pieces.map(word)
  const at = words.findIndex(
    (text, place) => text === 'on' && words[place + 2] === 'no' && words[place + 3] === 'action',
  )
  return at === -1 ? [...pieces] : withoutNoAction(pieces.toSpliced(at, 4))
}

function word({ text }: Piece): string {
  return text.toLowerCase()
}
