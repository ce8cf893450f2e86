import type { Paint } from '../report/paint.ts'

/** Talk about long work, on standard error: results stay alone on standard output. */
export interface Progress {
  /** Says what is being done now; on a terminal the line is replaced by the next one. */
  readonly step: (text: string) => void
  /** Says something that stays. */
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
  const start = performance.now()
  const live = stream.isTTY === true
  const clear = (): void => {
    if (live) stream.write('\r\u001B[K')
  }
  return {
    step: (text) => {
      const seconds = ((performance.now() - start) / 1000).toFixed(1)
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

/** Progress for those who want none: --json, tests. */
export const silent: Progress = { step: nothing, note: nothing, end: nothing }

function nothing(): void {
  // Said on purpose: nobody listens.
}
