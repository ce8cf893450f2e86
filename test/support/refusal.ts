import { UserError } from '../../src/errors.ts'

/** What a call says that is to refuse with a sentence; fails when it goes through, or with anything else. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  try {
    await call
  } catch (error) {
    if (error instanceof UserError) return error.message
    throw error
  }
  throw new Error('it was not refused')
}
