/** The signals that end a verb, with the exit codes that shells give them: 128 and the signal's number. */
const codes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

/**
 * Has Ctrl-C, and what else asks a process to end, say what becomes of the work, and ends the process at once. Its
 * connections break with it: servers undo what was under way and free its locks. `cleanUp` puts away, standing still, what they do not.
 */
export function endOnSignals(cleanUp: () => void): void {
  for (const [signal, code] of Object.entries(codes)) {
    process.once(signal, () => {
      const clear = process.stderr.isTTY ? '\r\u001B[K' : ''
      process.stderr.write(
        `${clear}Interrupted (${signal}). What was finished stays, what was under way is undone; ` +
          'the same command goes on from there.\n',
      )
      cleanUp()
      process.exit(code)
    })
  }
}

/** Leaves Ctrl-C to a program that has taken over the terminal: there it means something else. */
export function ignoreInterrupts(): void {
  process.removeAllListeners('SIGINT')
  process.on('SIGINT', () => undefined)
}
