import type { Paint } from '../report/paint.ts'

/** Progress of long work, on standard error. Standard output has results only. */
export interface Progress {
  /** Prints the current step. On a terminal the next step replaces the line. */
  readonly step: (text: string) => void
  /** Prints a line that stays. */
  readonly note: (text: string) => void
  /** Clears the line of the step. */
  readonly end: () => void
}

/** Where progress is written: standard error, or what a test gives. */
export interface Stream {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** Writes steps with the time since the start: one changing line on a terminal, plain lines elsewhere. */
export function createProgress(stream: Stream, paint: Paint): Progress {
  // The clock of the process: node:perf_hooks takes milliseconds to load.
  const start = process.uptime()
  const live = stream.isTTY === true
  const clear = (): void => {
    if (live) stream.write('\r\u001B[K')
  }
  return {
    step: (text) => {
      const seconds = (process.uptime() - start).toFixed(1)
      clear()
      stream.write(live ? paint.dim(`… ${text} (${seconds} s)`) : `… ${text}\n`)
    },
    note: (text) => {
      clear()
      stream.write(`${text}\n`)
    },
    end: clear,
  }
}

/** No progress: for --json and tests. */
export const silent: Progress = { step: nothing, note: nothing, end: nothing }

function nothing(): void {
  // Deliberately empty.
}
