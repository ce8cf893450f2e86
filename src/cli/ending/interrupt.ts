import { UserError } from '../../errors.ts'
import { howToGoOn, withOwnCommand } from './again.ts'

/** The signals that end a verb, with the exit codes that shells give them: 128 and the signal's number. */
const codes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

/** Work that has to come to an orderly end before the process may: tells it to, and what it says then. */
const stops = new Set<() => Promise<string>>()

/**
 * Ends the process at once on Ctrl-C or another signal, after a message about the work. Its connections break:
 * servers roll back open transactions and free their locks. `cleanUp` removes, synchronously, what servers do not.
 * Only work of withInterrupt is waited for; a second signal ends that too.
 */
export function endOnSignals(cleanUp: () => void): void {
  let since: number | undefined
  for (const [signal, code] of Object.entries(codes)) {
    process.on(signal, () => {
      const now = performance.now()
      if (since !== undefined && now - since < echo) return
      if (since !== undefined) process.exit(code)
      since = now
      const clear = process.stderr.isTTY ? '\r\u001B[K' : ''
      process.stderr.write(`${clear}Interrupted (${signal}). ${whatNow()}\n`)
      void Promise.all([...stops].map(async (stop) => stop())).then((said) => {
        cleanUp()
        const text = said.filter((each) => each !== '').join('\n')
        if (text === '') process.exit(code)
        process.stderr.write(`${text}\n`, () => process.exit(code))
      })
    })
  }
}

/** For how long the same signal may come again, in milliseconds: npm passes on what its terminal sends to all. */
const echo = 500

function whatNow(): string {
  if (stops.size > 0) return 'Cleaning up. Interrupt again to end at once.'
  return `What was finished stays. What was running is rolled back. ${howToGoOn()}`
}

/**
 * Runs work that cleans up after itself in whatever way it ends. On Ctrl-C or another signal it is told by the abort
 * signal: it stops at its next step, cleans up, and the process ends with what the work says of where things stand.
 */
export async function withInterrupt<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const running = work(controller.signal)
  const stop = async (): Promise<string> => {
    controller.abort()
    return running.then(() => 'It was done before it could be stopped.', wordsOf)
  }
  stops.add(stop)
  try {
    return await running
  } finally {
    stops.delete(stop)
    // The process ends with the signal's exit code: whoever waits for the result must not end it before.
    if (controller.signal.aborted) await new Promise(() => undefined)
  }
}

function wordsOf(error: unknown): string {
  return error instanceof UserError ? withOwnCommand(error.message) : ''
}

/** Leaves Ctrl-C to a program that has taken over the terminal, where it has another meaning. */
export function ignoreInterrupts(): void {
  process.removeAllListeners('SIGINT')
  process.on('SIGINT', () => undefined)
}
