import type { Statement } from '../../statement.ts'

/** Puts what comes when all else is done to the end, in its order. */
export function placeLast(statements: readonly Statement[]): readonly Statement[] {
  return [false, true].flatMap((isLast) =>
    statements.filter(({ atEnd = false }) => atEnd === isLast),
  )
}
