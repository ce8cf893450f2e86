import { inUse } from './use-lock.ts'

/** A server that is to be stopped when nobody uses it. */
export interface Watched {
  /** The root of its project: when that is gone, so is the use of it. */
  readonly root: string
  /** Whether its data is to go with it. */
  readonly inMemory: boolean
  /** For how many seconds it stays up without use; ten minutes unless told. */
  readonly patience?: number
}

/** The lock of the session that watches: there is one. */
export const watching = 'database-as-code workbench idle stop'

/** What `idle-watch.sql` must know, by the names of the session's settings. */
export function describeWatch({ root, inMemory, patience = 600 }: Watched): [string, string][] {
  return [
    ['workbench.in_use', inUse],
    ['workbench.watching', watching],
    ['workbench.patience', `${String(patience)} seconds`],
    ['workbench.program', stopProgram(inMemory)],
    ['workbench.root', root],
  ]
}

/**
 * The shell's part, which begins in the data folder. Data to be removed is first marked as invalid, so that another
 * start of the server rebuilds it elsewhere. It is removed through the current folder, which may have been renamed.
 * The server signals all children of its sessions; this script ignores that.
 */
function stopProgram(inMemory: boolean): string {
  const read = 'read pid < postmaster.pid'
  const stop = 'kill -INT $pid'
  if (!inMemory) return `${read}; ${stop}`
  const wait = 'for i in $(seq 600); do kill -0 $pid 2> /dev/null || break; sleep 0.1; done'
  const all = `${read}; rm -f PG_VERSION; ${stop}; ${wait}; rm -rf ./*`
  return `(trap "" INT QUIT TERM; ${all}) > /dev/null 2>&1 &`
}
