import { spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'

/** What a run of a verb came to: its exit code, or the signal that ended it, and what it said. */
export interface Ran {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** A verb that runs. */
export interface Running {
  readonly child: ChildProcessByStdio<null, Readable, Readable>
  readonly ran: Promise<Ran>
  /** Resolves when standard error has said it, or the run has ended. */
  readonly said: (text: string) => Promise<void>
}

export interface VerbCall {
  /** The folder that the verb is called in. */
  readonly cwd: string
  readonly words?: readonly string[]
  /** Variables beside PATH and HOME. */
  readonly env?: Readonly<Record<string, string>>
}

const scripts = join(import.meta.dirname, '../../scripts')
const quickStart = pathToFileURL(join(import.meta.dirname, '../../src/cli/quick-start.mjs')).href
const compileCache = join(import.meta.dirname, '../../node_modules/.cache/node-compile')

/** Calls a verb as npm would, `atlas:workbench` too: a process of its own, in whatever project. */
export async function runVerb(verb: string, call: VerbCall): Promise<Ran> {
  return startVerb(verb, call).ran
}

/** The same, to be watched or ended while it runs. */
export function startVerb(verb: string, { words = [], ...call }: VerbCall): Running {
  return startProgram(
    [
      process.execPath,
      '--import',
      quickStart,
      join(scripts, `${verb.replace(':', '-')}.ts`),
      ...words,
    ],
    call,
  )
}

/** Any program; of this process's environment it gets PATH and HOME. */
export function startProgram(
  [program = '', ...args]: readonly string[],
  { cwd, env = {} }: Omit<VerbCall, 'words'>,
): Running {
  const bare = {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    // Half of what a short run takes goes into compiling it.
    NODE_COMPILE_CACHE: compileCache,
  }
  const child = spawn(program, args, {
    cwd,
    env: { ...bare, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const ran = once(child, 'close').then(([code, signal]) => ({ code, signal, stdout, stderr }))
  const said = async (text: string): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<undefined>()
    const look = (): void => {
      if (stderr.includes(text)) resolve(undefined)
    }
    child.stderr.on('data', look)
    look()
    await Promise.race([promise, ran])
    child.stderr.off('data', look)
  }
  return { child, ran, said }
}
