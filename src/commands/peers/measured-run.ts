import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Variables } from '../../files/environment.ts'

/** A program with its arguments. */
export interface Call {
  readonly file: string
  readonly args: readonly string[]
  /** Passwords come by variables: a list of processes shows arguments. */
  readonly variables: Variables
}

/** What a run took and said. */
export interface MeasuredRun {
  /** From start to end; null when it was ended at the limit. */
  readonly milliseconds: number | null
  /** The largest resident set, in bytes, as the kernel kept it. */
  readonly memory: number
  readonly exit: number | null
  readonly stdout: string
  readonly stderr: string
}

/** How often the kernel is asked for the largest resident set, in milliseconds: seldom, since that takes time too. */
const interval = 20

/** Runs a program and measures it. It is killed after `limit` milliseconds. Throws where it cannot be started. */
export async function measureRun(
  { file, args, variables }: Call,
  limit: number,
): Promise<MeasuredRun> {
  const start = performance.now()
  const child = spawn(file, args, { env: { ...variables }, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8')
    child[stream].on('data', (text: string) => (said[stream] += text))
  }
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => {
      resolve(performance.now())
    })
  })
  const closed = new Promise<void>((resolve) => {
    child.once('close', resolve)
  })
  const watch = new AbortController()
  const peak = watchPeak(child, watch.signal)
  const timer = setTimeout(() => child.kill('SIGKILL'), limit)
  try {
    const milliseconds = (await ended) - start
    await closed
    const { signalCode, exitCode: exit } = child
    watch.abort()
    return {
      milliseconds: signalCode === null ? milliseconds : null,
      memory: await peak,
      exit,
      ...said,
    }
  } finally {
    clearTimeout(timer)
    watch.abort()
  }
}

/** The largest resident set that was seen until the signal. */
async function watchPeak({ pid }: ChildProcess, signal: AbortSignal): Promise<number> {
  let memory = 0
  if (pid === undefined) return memory
  while (!signal.aborted) {
    memory = Math.max(memory, peakOf(pid))
    await sleep(interval)
  }
  return memory
}

/** The peak of a process by proc(5): a high-water mark, so that no moment is missed but the last one. */
function peakOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8')
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024
  } catch {
    // It ended meanwhile, or this system has no /proc: the page says 0 then.
    return 0
  }
}
