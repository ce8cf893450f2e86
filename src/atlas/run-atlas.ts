import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Variables } from '../files/environment.ts'
import type { Atlas } from './atlas.ts'

/** What Atlas came to: its exit status is 0 or 1 only. */
export type Run =
  | { readonly kind: 'done'; readonly out: string }
  | { readonly kind: 'failed'; readonly out: string; readonly message: string }

/** Statements for thousands of tables. */
const maxBuffer = 2 ** 28

interface HowToRun {
  readonly variables: Variables
  readonly added?: Variables
  /** Called when it runs. */
  readonly begun?: (() => void) | undefined
}

/**
 * Runs Atlas with words, and variables that add to those of `variables`. Of PostgreSQL's own variables it sees only
 * those added: some of them stop its driver.
 */
export async function runAtlas(
  { path }: Atlas,
  words: readonly string[],
  { variables, added = {}, begun }: HowToRun,
): Promise<Run> {
  const own = Object.entries(variables).filter(([name]) => !name.startsWith('PG'))
  const quiet = { ATLAS_NO_UPDATE_NOTIFIER: '1', ATLAS_NO_UPGRADE_SUGGESTIONS: '1' }
  try {
    const env = { ...Object.fromEntries(own), ...quiet, ...added }
    const running = promisify(execFile)(path, words, { env, maxBuffer })
    begun?.()
    const { stdout } = await running
    return { kind: 'done', out: stdout }
  } catch (error) {
    if (!isExit(error)) throw error
    const said = error.stderr.trim() === '' ? error.stdout : error.stderr
    return { kind: 'failed', out: error.stdout, message: said.trim().replace(/^Error: /, '') }
  }
}

interface Exit extends Error {
  readonly stdout: string
  readonly stderr: string
}

/** Whether it ran and failed, rather than did not run. */
function isExit(error: unknown): error is Exit {
  return error instanceof Error && 'code' in error && error.code === 1 && 'stderr' in error
}
