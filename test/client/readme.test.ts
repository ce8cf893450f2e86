import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withFiles } from '../support/files.ts'
import { filesBelow, home } from '../support/tracked-files.ts'

const readme = await readFile(join(home, 'client/README.md'), 'utf8')
const blocks = [...readme.matchAll(/^```ts\n(?<code>.*?)^```$/gms)].map(
  ({ groups }) => groups?.['code'] ?? '',
)
const project = await Promise.all(
  (await filesBelow('test/client/project', '.ts')).map(async (path) => ({
    path,
    text: await readFile(join(home, path), 'utf8'),
  })),
)

/** What examples may use without saying where it comes from. */
const given = `
import type { SupabaseClient } from '@supabase/supabase-js'
import type { Database } from './database.ts'
declare global {
  const supabase: SupabaseClient<Database>
  const server: SupabaseClient<Database>
  const email: string
  const password: string
  const userId: string
  const taskId: string
  const accessToken: string
  const refreshToken: string
  function save(value: string): Promise<void>
  function show(value: unknown): void
  type Database = import('./database.ts').Database
}
`

/** Calls that the types refuse, each below its line of expectation. */
const refused = `
import type { Database } from './database.ts'
const user = { p_user_id: userId }
// @ts-expect-error a parameter without a default is missing
await supabase.rpc('get_user_tokens', {})
// @ts-expect-error there is no such function
await supabase.rpc('get_user_token', user)
// @ts-expect-error the function must have its task
await supabase.rpc('get_execution_logs_by_task', { ...user, p_task_id: null })
// @ts-expect-error private is not shown by the API
await supabase.rpc('purge_execution_logs', {})
// @ts-expect-error the column is generated
await supabase.from('user_tokens').update({ key_version: 1 }).eq('user_id', userId)
// @ts-expect-error an identity column takes its numbers by itself
await server.from('execution_logs').insert({ user_id: userId, task_id: 't', agent_type: 'worker', message: 'm', seq: 1 })
// @ts-expect-error no such label
await supabase.from('workflows').update({ status: 'done' }).eq('user_id', userId)
// @ts-expect-error no such table
await supabase.from('encryption_keys').select('version')
const { data: lines } = await supabase.rpc('get_execution_logs_by_task', { ...user, p_task_id: taskId })
// @ts-expect-error a step may be absent
show(lines?.[0]?.step_id.length)
const { data: profile } = await supabase.from('profiles').select('id, email').single()
// @ts-expect-error it was not asked for
show(profile?.full_name)
// @ts-expect-error an e-mail may be absent
show(profile?.email.length)
export type { Database }
`

const types = await readFile(join(home, 'client/database.ts'), 'utf8')

/** The names of a group of the types, as calls have them. */
function callsOf(group: 'Tables' | 'Functions', method: string): string[] {
  const [, text = ''] = types.split(new RegExp(`^    ${group}: \\{$`, 'm'))
  const [names = ''] = text.split(/^    \}$/m)
  return [...names.matchAll(/^ {6}(?<name>\w+):/gm)].map(
    ({ groups }) => `.${method}('${groups?.['name'] ?? ''}'`,
  )
}

describe('the page for applications', () => {
  it.each([
    ['the examples', blocks.join('\n')],
    ['the project', project.map(({ text }) => text).join('\n')],
  ])('%s use every table and every function', (_, text) => {
    const calls = [...callsOf('Tables', 'from'), ...callsOf('Functions', 'rpc')]
    expect(calls.length).toBeGreaterThan(30)
    expect(calls.filter((call) => !text.includes(call))).toEqual([])
  })

  it('has examples, and a project of three files beside them, that tsc --strict compiles', async () => {
    expect(blocks.length).toBeGreaterThan(12)
    expect(project.map(({ path }) => path)).toHaveLength(3)
    const files = {
      'given.d.ts': given,
      'refused.ts': refused,
      ...Object.fromEntries(
        blocks.map((code, at) => [`example-${String(at)}.ts`, `${code}\nexport {}\n`]),
      ),
      ...Object.fromEntries(project.map(({ path, text }) => [path.split('/').at(-1) ?? '', text])),
    }
    const placed = Object.entries(files).map(([name, text]) => [
      name,
      text.replaceAll(
        /(from |import\()'(?:\.\.\/)*(?:client\/|\.\/)(?=(?:database|tokens|server-tokens|logs)\.ts)/g,
        `$1'${home}/client/`,
      ),
    ])
    await withFiles(
      { ...Object.fromEntries(placed), 'tsconfig.json': JSON.stringify(settings) },
      async (root) => {
        const { stdout, status } = spawnSync(
          process.execPath,
          [join(home, 'node_modules/typescript/bin/tsc'), '--project', root],
          { encoding: 'utf8' },
        )
        expect({ stdout, status }).toEqual({ stdout: '', status: 0 })
      },
    )
  })
})

const settings = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    target: 'es2023',
    lib: ['es2024', 'dom'],
    module: 'preserve',
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    types: ['node'],
    typeRoots: [join(home, 'node_modules/@types')],
    paths: { '@supabase/supabase-js': [join(home, 'node_modules/@supabase/supabase-js')] },
  },
  include: ['*.ts'],
}
