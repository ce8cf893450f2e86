/** A mistake that a person can fix. Its message says what is wrong, where, and what to do. Printed without a stack. */
export class UserError extends Error {
  override readonly name = 'UserError'
}

/** The message of whatever was thrown, without a stack. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
