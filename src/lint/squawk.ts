import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { messageOf } from '../errors.ts'
import type { Level } from './finding.ts'

/** What squawk says of a place in a migration. Line and column count from 1. */
export interface SquawkFinding {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly rule: string
  readonly level: Level
  readonly message: string
  readonly help: string | null
}

/** What came of asking squawk, or why it could not be asked. */
export type SquawkAnswer =
  | { readonly kind: 'asked'; readonly findings: readonly SquawkFinding[] }
  | { readonly kind: 'none'; readonly why: string }

/** Asks squawk about files; `config` is the path of a .squawk.toml. */
export async function askSquawk(
  files: readonly string[],
  config: string | undefined,
): Promise<SquawkAnswer> {
  if (files.length === 0) return { kind: 'asked', findings: [] }
  const program = findProgram()
  if (program === undefined) return { kind: 'none', why: 'squawk-cli is not installed: npm ci' }
  const options = [...(config === undefined ? [] : ['--config', config]), '--reporter', 'json']
  const said = await run(program, [...options, ...files])
  return { kind: 'asked', findings: said.map(parseFinding) }
}

function findProgram(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('squawk-cli/js/bin/squawk')
  } catch {
    return undefined
  }
}

interface Violation {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly level: string
  readonly message: string
  readonly help: string | null
  readonly rule_name: string
}

/** It exits with 1 when it found something, and when it failed; only then it prints no list. */
async function run(program: string, words: readonly string[]): Promise<readonly Violation[]> {
  const done = await promisify(execFile)(process.execPath, [program, ...words], {
    maxBuffer: 2 ** 28,
  }).catch((error: unknown) => error)
  const isDone = typeof done === 'object' && done !== null && 'stdout' in done
  const out = isDone && typeof done.stdout === 'string' ? done.stdout.trim() : ''
  if (!out.startsWith('[')) throw new Error(`squawk failed: ${messageOf(done)}`)
  const read: readonly Violation[] = JSON.parse(out)
  return read
}

/** It counts from 0. */
function parseFinding({
  file,
  line,
  column,
  level,
  message,
  help,
  ...rest
}: Violation): SquawkFinding {
  return {
    file,
    line: line + 1,
    column: column + 1,
    rule: rest.rule_name,
    level: level === 'Error' ? 'error' : 'warn',
    message,
    help,
  }
}
