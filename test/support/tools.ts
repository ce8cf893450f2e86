import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** Where Debian puts it, which is in the path of root only. */
export const pgbouncer = '/usr/sbin/pgbouncer'

/** Where Debian puts the browser. */
export const chromiumPath = '/usr/bin/chromium'

/** How to see that a tool is there and answers. */
const tools = {
  psql: ['psql', '--version'],
  pg_dump: ['pg_dump', '--version'],
  docker: ['docker', 'info'],
  openssl: ['openssl', 'version'],
  pgbouncer: [pgbouncer, '--version'],
  script: ['script', '--version'],
  chromium: [chromiumPath, '--version'],
  go: ['go', 'version'],
  supabase: [
    join(import.meta.dirname, '../../node_modules/@supabase/cli-linux-x64/bin/supabase'),
    '--version',
  ],
} as const

export type Tool = keyof typeof tools

/** What the name of a test carries that needs a tool, so that the reporter can count it. */
const mark = (tool: Tool): string => `[needs ${tool}]`

const known = new Map<string, boolean>()

/** Whether a tool is on the machine and answers. */
export function isPresent(tool: string): boolean {
  const found = known.get(tool) ?? look(tool)
  known.set(tool, found)
  return found
}

function look(tool: string): boolean {
  const [, call] = Object.entries(tools).find(([name]) => name === tool) ?? []
  const [command, ...args] = call ?? []
  if (command === undefined) return false
  return spawnSync(command, args, { stdio: 'ignore', timeout: 20_000 }).status === 0
}

/**
 * A `describe` for tests that need a tool of the machine. Where it is absent they are skipped and counted in the
 * last line of the run; under CI that is a failure.
 */
export function describeWith(tool: Tool, name: string, define: () => void): void {
  const present = isPresent(tool)
  describe.skipIf(!present)(`${name} ${mark(tool)}`, () => {
    define()
  })
  if (present || (process.env['CI'] ?? '') === '') return
  test(`${tool} is on this machine, as CI asks`, () => {
    expect(present, `${tool} is absent: "${name}" was skipped`).toBe(true)
  })
}
