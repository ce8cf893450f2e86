import { isChildOf } from '../../../model/object-id.ts'
import type { Statement } from '../../statement.ts'
import { moveBehind } from './move-behind.ts'

/** Puts statements that count for columns behind the last one that makes or changes a column of their table. */
export function placeAfterColumns(statements: readonly Statement[]): readonly Statement[] {
  const late = statements.filter(({ afterColumns }) => afterColumns === true)
  return late.reduce(placeOne, statements)
}

function placeOne(statements: readonly Statement[], late: Statement): readonly Statement[] {
  const last = statements.findLastIndex((each) => isOfColumn(each, late))
  return moveBehind(statements, late, last)
}

/** Whoever planned it: Atlas changes columns in statements about the table. */
function isOfColumn({ object, verb }: Statement, late: Statement): boolean {
  if (verb !== 'create' && verb !== 'alter') return false
  return object === late.object || isChildOf(object, 'column', late.object)
}
