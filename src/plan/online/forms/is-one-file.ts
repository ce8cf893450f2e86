import { isOfKind, nameOf, parseObjectId } from '../../../model/object-id.ts'
import { partsOf } from '../../statement.ts'
import type { Statement } from '../../statement.ts'
import { dropsNotNull } from './not-null-form.ts'

/**
 * Whether online statements may be one file, applied one by one, as a down direction is. Otherwise that would tear apart
 * what belongs in one transaction: anything but indexes, or the constraints of one table.
 */
export function isOneFile(statements: readonly Statement[]): boolean {
  const parts = partsOf(statements)
  const tables = new Set(parts.map(tableOf))
  return parts.every(isOfIndex) || (tables.size === 1 && parts.every(isOfTable))
}

function isOfIndex({ object }: Statement): boolean {
  return isOfKind(object, 'index')
}

function isOfTable(statement: Statement): boolean {
  const { object, action } = statement
  if (isOfKind(object, 'index') || isOfKind(object, 'constraint')) return true
  const isSet = action.kind === 'alterColumn' && action.part === 'set not null'
  return isOfKind(object, 'column') && (isSet || dropsNotNull(statement))
}

function tableOf({ object }: Statement): string {
  return parseObjectId(object).spelled.slice(0, -1).join('.') || nameOf(object)
}
