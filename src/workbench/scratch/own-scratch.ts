import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A database that is left over when this process ends before it has dropped it. */
export interface OwnScratch {
  readonly name: string
  /** A superuser's URL of the same server. */
  readonly url: string
}

const ownScratch = new Map<string, OwnScratch>()

/** Records a database that this process is about to create. */
export function noteOwnScratch(scratch: OwnScratch): void {
  ownScratch.set(scratch.name, scratch)
}

/** Removes the record of a database that this process has dropped. */
export function forgetOwnScratch(name: string): void {
  ownScratch.delete(name)
}

/**
 * Drops the recorded databases at once. A separate process does it while this one is blocked, so that no other work
 * continues. What cannot be dropped in time is dropped by the next process that opens the workbench.
 */
export function dropOwnScratch(): void {
  if (ownScratch.size === 0) return
  const program = fileURLToPath(new URL('./drop-own-scratch.ts', import.meta.url))
  // URLs hold passwords: they go through a pipe, which nobody sees.
  spawnSync(process.execPath, [program], {
    input: JSON.stringify([...ownScratch.values()]),
    stdio: ['pipe', 'ignore', 'ignore'],
    env: {},
    timeout: 5000,
  })
}
