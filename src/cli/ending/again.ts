import { nameCommand, sameCommand } from '../../errors.ts'

/** What goes on with what this process has begun: undefined before the command line is read. */
let command: string | undefined

/** Says which command goes on with this one where it is ended before its time. */
export function goOnWith(again: string): void {
  // A URL in it may hold a password, so it is not repeated.
  command = again.includes('://') ? undefined : again
}

/** How to go on, in a sentence. */
export function howToGoOn(): string {
  return withOwnCommand(sameCommand)
}

/** A message with the command that goes on, where it says that one does. */
export function withOwnCommand(message: string): string {
  return command === undefined ? message : nameCommand(message, command)
}
