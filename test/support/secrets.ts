import { execFile } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { aroundAll, expect } from 'vitest'
import { runVerb } from './cli.ts'
import type { Ran, VerbCall } from './cli.ts'

/** Calls verbs of which no secret may come out. */
export interface Discreet {
  /** Calls a verb; fails when what it says holds a password of this or an earlier call. */
  readonly call: (verb: string, call: VerbCall) => Promise<Ran>
  /** Has a text looked for that no URL shows. */
  readonly keep: (secret: string) => void
}

/**
 * Watches over the passwords of the URLs that the calls of a file are given: none may be said, and in the list of
 * processes, which is looked at all the while, none of our own may show one.
 */
export function useDiscretion(): Discreet {
  const secrets = new Set<string>()
  const seen = new Set<string>()
  aroundAll(async (runTests) => {
    const end = new AbortController()
    const watch = watchProcesses(seen, end.signal)
    await runTests()
    end.abort()
    await watch
    expect([...seen].filter((line) => holds(line, secrets))).toEqual([])
  })
  return {
    keep: (secret) => {
      secrets.add(secret)
    },
    call: async (verb, call) => {
      for (const secret of Object.values(call.env ?? {}).flatMap(passwordsIn)) secrets.add(secret)
      const ran = await runVerb(verb, call)
      expect(holds(ran.stdout + ran.stderr, secrets) ? ran : 'discreet').toBe('discreet')
      return ran
    },
  }
}

/** Said beside a refusal: progress, and that a test beside this one held the same database's lock. */
const aside = /^(?:… |waiting for another migration: process )/

/** What an ordinary program says when it refuses: nothing on standard output, exit 1, a sentence without a stack. */
export function sentenceOf({ code, stdout, stderr }: Ran, root: string): string {
  expect({ code, stdout, stack: /\n\s+at /.test(stderr) ? stderr : undefined }).toEqual({
    code: 1,
    stdout: '',
    stack: undefined,
  })
  const lines = stderr.trimEnd().replaceAll(`${root}/`, '').split('\n')
  return lines.filter((line) => !aside.test(line)).join('\n')
}

/** The password as it stands in a URL, and as it is meant. */
function passwordsIn(text: string): string[] {
  const raw = /^[a-z]+:\/\/[^:/]*:(.*)@/.exec(text)?.[1] ?? ''
  if (raw === '') return []
  try {
    return [raw, decodeURIComponent(raw)]
  } catch {
    return [raw]
  }
}

function holds(text: string, secrets: ReadonlySet<string>): boolean {
  return [...secrets].some((secret) => text.includes(secret))
}

/** Collects the command lines of this process's descendants. */
async function watchProcesses(seen: Set<string>, end: AbortSignal): Promise<void> {
  while (!end.aborted) {
    const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,ppid=,args='])
    for (const line of descendantsIn(stdout)) seen.add(line)
    await setTimeout(100)
  }
}

function descendantsIn(listed: string): string[] {
  const processes = listed.split('\n').flatMap((line) => {
    const [, pid, parent, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return pid === undefined || args === undefined ? [] : [{ pid, parent, args }]
  })
  const ours = new Set([String(process.pid)])
  // Parents have lower numbers than their children until numbers are used again: twice is enough for both.
  for (const { pid, parent } of [...processes, ...processes]) {
    if (parent !== undefined && ours.has(parent)) ours.add(pid)
  }
  return processes.filter(({ parent }) => ours.has(parent ?? '')).map(({ args }) => args)
}
