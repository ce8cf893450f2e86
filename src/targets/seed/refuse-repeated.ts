import { UserError } from '../../errors.ts'
import type { Transaction } from '../../postgres/connect.ts'
import { findMore, readInserted } from './inserted-rows.ts'
import type { PlacedFile } from './order-files.ts'
import { sendFile } from './send-samples.ts'

/**
 * Runs files whose rows are there once more, and undoes it. Throws UserError for a file whose rows would come twice,
 * because their keys are made by a default.
 */
export async function refuseRepeated(tx: Transaction, files: readonly PlacedFile[]): Promise<void> {
  const undo = new Error('undo')
  try {
    await tx.tx(async (inner) => {
      for (const file of files) await runAgain(inner, file)
      throw undo
    })
  } catch (error) {
    if (error !== undo) throw error
  }
}

async function runAgain(tx: Transaction, file: PlacedFile): Promise<void> {
  const before = await readInserted(tx)
  await sendFile(tx, file)
  const count = findMore(before, await readInserted(tx)).get(file.spelled) ?? 0
  if (count === 0) return
  throw new UserError(
    `${file.path}: the next run would insert rows of ${file.spelled} again (${String(count)}), so nothing was done.\n` +
      'Write their key into the file, as (id, …) overriding system value values (1, …) for an identity column.',
  )
}
