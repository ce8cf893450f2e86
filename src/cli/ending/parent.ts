import { readFileSync } from 'node:fs'
import { processVariables } from '../../files/environment.ts'

/** How often the parent is looked for, in milliseconds. */
const pause = 500

/**
 * Ends the process as by SIGTERM when npm, which has started it, is gone: killed alone, it tells nobody. A process that
 * was started without npm may outlive its parent (nohup).
 */
export function endWithParent(): void {
  if (processVariables()['npm_lifecycle_event'] === undefined) return
  const first = ancestors()
  const timer = setInterval(() => {
    if (ancestors().join() === first.join()) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, pause)
  timer.unref()
}

/** The parent and, where that is a shell between npm and this process, the shell's; 0 for one that is gone. */
function ancestors(): number[] {
  const parent = isThere(process.ppid) ? process.ppid : 0
  return [parent, parentOfShell(parent)]
}

/** Where the system tells it as Linux does; 0 elsewhere, and for what is no shell. */
function parentOfShell(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
    const [, parent] = /^\d+ \((?:ba|da|a|z|k)?sh\) \S (\d+) /.exec(stat) ?? []
    return Number(parent ?? 0)
  } catch {
    return 0
  }
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Another user's process, which may not be signalled, is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
