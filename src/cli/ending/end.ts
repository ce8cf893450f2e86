/** How long what nobody waits for may keep the process, in milliseconds. */
const patience = 1000

/**
 * Ends the process with a code when its event loop is empty, and soon in any case. `process.exit` can hang for ever: it
 * waits for a thread that compiles, and that for a garbage collection, which never comes (nodejs/node issue 54918).
 */
export function endWith(code: number): void {
  process.exitCode = code
  // oxlint-disable-next-line unicorn/no-process-exit
  setTimeout(() => process.exit(code), patience).unref()
}
