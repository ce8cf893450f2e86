import type { Segment } from '../plan/segment.ts'
import { printStatement } from '../plan/write/written-statement.ts'
import type { WrittenStatement } from '../plan/write/written-statement.ts'
import { isSQLError, sendText } from '../postgres/connect.ts'
import type { Queryable, Transaction } from '../postgres/connect.ts'

/** PostgreSQL does not say which statement of a text failed: they are run again one by one, and undone. */
export async function findFailing(
  db: Queryable,
  { statements }: Segment,
): Promise<WrittenStatement | undefined> {
  const undo = new Error('undo')
  let current: WrittenStatement | undefined
  try {
    await db.tx(async (tx) => {
      for (const statement of statements) {
        current = statement
        const part = await findFailingPart(tx, statement)
        if (part === undefined) await sendText(tx, statement.sql)
        else {
          current = part
          throw undo
        }
      }
      // None of them: a constraint that is checked at the end.
      current = undefined
      throw undo
    })
  } catch (error) {
    if (error !== undo && !isSQLError(error)) throw error
  }
  return current
}

/** The clause of a statement that fails, where it does so alone too; undefined where none does. */
async function findFailingPart(
  tx: Transaction,
  { parts = [] }: WrittenStatement,
): Promise<WrittenStatement | undefined> {
  const undo = new Error('undo')
  let current: WrittenStatement | undefined
  if (parts.length === 0) return undefined
  try {
    await tx.tx(async (savepoint) => {
      for (const part of parts) {
        current = printStatement(part)
        await sendText(savepoint, current.sql)
      }
      current = undefined
      throw undo
    })
  } catch (error) {
    if (error !== undo && !isSQLError(error)) throw error
  }
  return current
}
