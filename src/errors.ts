/** A mistake that a person can fix. Its message says what is wrong, where, and what to do. Printed without a stack. */
export class UserError extends Error {
  override readonly name = 'UserError'
}

/** How to go on where nothing else is known: who knows the command puts it in its place, by nameCommand. */
export const sameCommand = 'Run the same command again.'

/** The same with more flags. */
export function sameCommandWith(...flags: readonly string[]): string {
  return `Run the same command again with -- ${flags.join(' ')}.`
}

const anyCommand = /Run the same command again(?: with -- (?<flags>--[^.]+))?\./g

/** A message with the command itself in the place of those words. */
export function nameCommand(message: string, command: string): string {
  return message.replaceAll(
    anyCommand,
    (_all, flags?: string) =>
      `Continue with: ${flags === undefined ? command : add(command, flags)}`,
  )
}

function add(command: string, flags: string): string {
  const [words = '', given = ''] = command.split(' -- ')
  const more = flags.split(' ').filter((flag) => !given.split(' ').includes(flag))
  return `${words} -- ${[given, ...more].filter((each) => each !== '').join(' ')}`
}

/** A message without those words, where somebody else says the command. */
export function withoutCommand(message: string): string {
  return message.replaceAll(` ${sameCommand}`, '')
}

/** The message of whatever was thrown, without a stack. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
