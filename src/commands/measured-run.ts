import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What one run of a program took. */
export interface MeasuredRun {
  readonly milliseconds: number
  /** The most memory that it had at once, in megabytes; 0 where the system does not tell. */
  readonly megabytes: number
  /** Whether it ended by itself, and said by its exit code that all is well. */
  readonly ended: boolean
}

/** How often memory is looked at, in milliseconds. The system keeps the peak. */
const pause = 10

/** Runs a program to its end, or ends it after `limit` milliseconds. Its output is read and left out. */
export async function runMeasured(
  command: string,
  words: readonly string[],
  { cwd, limit }: { readonly cwd: string; readonly limit: number },
): Promise<MeasuredRun> {
  const start = performance.now()
  const child = spawn(command, words, { cwd, stdio: ['ignore', 'pipe', 'pipe'], timeout: limit })
  let megabytes = 0
  const look = setInterval(() => {
    megabytes = Math.max(megabytes, peakOf(child.pid))
  }, pause)
  child.stdout.resume()
  child.stderr.resume()
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  }).finally(() => {
    clearInterval(look)
  })
  // Exit codes of comparisons: 2 is a difference.
  return { milliseconds: performance.now() - start, megabytes, ended: code === 0 || code === 2 }
}

/** VmHWM of /proc/PID/status (manual page proc_pid_status). */
function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8')
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
