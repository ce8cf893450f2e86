/** The signals that end a verb, with the exit codes that shells give them: 128 and the signal's number. */
const codes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

/**
 * Ends the process at once on Ctrl-C or another signal, after a message about the work. Its connections break:
 * servers roll back open transactions and free their locks. `cleanUp` removes, synchronously, what servers do not.
 */
export function endOnSignals(cleanUp: () => void): void {
  for (const [signal, code] of Object.entries(codes)) {
    process.once(signal, () => {
      const clear = process.stderr.isTTY ? '\r\u001B[K' : ''
      process.stderr.write(
        `${clear}Interrupted (${signal}). What was finished stays. What was running is rolled back. ` +
          'Run the same command to continue.\n',
      )
      cleanUp()
      process.exit(code)
    })
  }
}

/** Leaves Ctrl-C to a program that has taken over the terminal, where it has another meaning. */
export function ignoreInterrupts(): void {
  process.removeAllListeners('SIGINT')
  process.on('SIGINT', () => undefined)
}
