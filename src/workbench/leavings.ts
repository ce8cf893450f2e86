import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A database that is in the way when this process ends before it has dropped it. */
export interface Leaving {
  readonly name: string
  /** A superuser's URL of the same server. */
  readonly url: string
}

const leavings = new Map<string, Leaving>()

/** Notes a database that this process is about to make. */
export function noteLeaving(leaving: Leaving): void {
  leavings.set(leaving.name, leaving)
}

/** Forgets a database that this process has dropped. */
export function forgetLeaving(name: string): void {
  leavings.delete(name)
}

/**
 * Drops what is noted, at once: a process of its own does it while this one stands still, so that nothing of what was
 * under way goes on. What cannot be dropped in time the next one that opens the workbench drops.
 */
export function dropLeavings(): void {
  if (leavings.size === 0) return
  const program = fileURLToPath(new URL('./drop-leavings.ts', import.meta.url))
  // URLs hold passwords: they go through a pipe, which nobody sees.
  spawnSync(process.execPath, [program], {
    input: JSON.stringify([...leavings.values()]),
    stdio: ['pipe', 'ignore', 'ignore'],
    env: {},
    timeout: 5000,
  })
}
