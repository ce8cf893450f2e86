/** The signals that end a verb, with the exit codes that shells give them: 128 and the signal's number. */
const codes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

/** Work that has to clean up before the process ends: tells it to, and waits until it has. */
let stopWork: (() => Promise<void>) | undefined

/**
 * Ends the process at once on Ctrl-C or another signal, after a message about the work. Its connections break:
 * servers roll back open transactions and free their locks. `cleanUp` removes, synchronously, what servers do not.
 * Only work of withInterrupt is waited for; a second signal ends that too.
 */
export function endOnSignals(cleanUp: () => void): void {
  for (const [signal, code] of Object.entries(codes)) {
    process.once(signal, () => {
      const clear = process.stderr.isTTY ? '\r\u001B[K' : ''
      process.stderr.write(`${clear}Interrupted (${signal}). ${whatNow()}\n`)
      void Promise.resolve(stopWork?.()).finally(() => {
        cleanUp()
        process.exit(code)
      })
    })
  }
}

function whatNow(): string {
  if (stopWork !== undefined) return 'Cleaning up. Interrupt again to end at once.'
  return 'What was finished stays. What was running is rolled back. Run the same command to continue.'
}

/**
 * Runs work that cleans up after itself in whatever way it ends. On Ctrl-C or another signal it is told by the abort
 * signal: it stops at its next step, cleans up, and the process ends.
 */
export async function withInterrupt<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const running = work(controller.signal)
  stopWork = async () => {
    controller.abort()
    await running.catch(() => undefined)
  }
  try {
    return await running
  } finally {
    stopWork = undefined
    // The process ends with the signal's exit code: whoever waits for the result must not end it before.
    if (controller.signal.aborted) await new Promise(() => undefined)
  }
}

/** Leaves Ctrl-C to a program that has taken over the terminal, where it has another meaning. */
export function ignoreInterrupts(): void {
  process.removeAllListeners('SIGINT')
  process.on('SIGINT', () => undefined)
}
