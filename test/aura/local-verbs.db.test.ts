import { describe, expect, it, vi } from 'vitest'
import { sendText, sql, withSession } from '../../src/postgres/connect.ts'
import { runVerb, startVerb } from '../support/cli.ts'
import { longer } from '../support/sample.ts'
import { withWholeProject } from '../support/whole-project.ts'

// A local server is made, and ten processes run.
vi.setConfig({ testTimeout: 120_000 })

describe('the verbs of the local database', longer, () => {
  it('work together, and the demo leaves nothing when it is interrupted', async () => {
    await withWholeProject(async ({ root }) => {
      expect((await runVerb('apply', { cwd: root })).code).toBe(0)
      expect((await runVerb('db', { cwd: root, words: ['seed', '--json'] })).code).toBe(0)

      const first = await runVerb('db', { cwd: root, words: ['user', 'you@example.com'] })
      expect(first.stderr).toBe(
        'Signed with the secret that `supabase start` publishes: for local use only. Set AURA_JWT_SECRET for another.\n',
      )
      expect(first.stdout).toMatch(/^Made: you@example\.com\n[^]*\n([\w-]+\.){2}[\w-]+\n$/)
      const env = { AURA_JWT_SECRET: 'a secret of this project, which is long enough' }
      const second = await runVerb('db', {
        cwd: root,
        words: ['user', 'You@Example.com', '--json'],
        env,
      })
      expect(second.stderr).toBe('Signed with the secret of AURA_JWT_SECRET.\n')
      const { made, id, claims } = parse(second.stdout)
      expect({ made, claims }).toEqual({
        made: false,
        claims: {
          iss: 'http://127.0.0.1:54321/auth/v1',
          sub: id,
          aud: 'authenticated',
          exp: expect.any(Number),
          iat: expect.any(Number),
          email: 'you@example.com',
          role: 'authenticated',
          aal: 'aal1',
          session_id: expect.any(String),
          is_anonymous: false,
        },
      })
      expect(first.stdout).toContain(String(id))

      const { stdout } = await runVerb('db', { cwd: root, words: ['url'] })
      const url = stdout.trim()
      const whole = await runVerb('demo', { cwd: root })
      expect(whole.stdout).toMatch(/\n20 steps in .* Nothing of it is left in the database\.\n$/)
      const before = await readRows(url)
      await withSession(url, async (blocker) => {
        await sendText(blocker, 'begin; lock table public.task_history in exclusive mode')
        const { child, ran, said } = startVerb('demo', { cwd: root })
        await said('get_user_token_status')
        child.kill('SIGINT')
        await said('Interrupted (SIGINT). Cleaning up.')
        await sendText(blocker, 'rollback')
        expect((await ran).code).toBe(130)
      })
      expect(await readRows(url)).toEqual(before)
    })
  })
})

function parse(text: string): Readonly<Record<string, unknown>> {
  return JSON.parse(text)
}

async function readRows(url: string): Promise<unknown> {
  return withSession(url, async (session) =>
    session.query(sql`
      select
        (select count(*)::integer from auth.users) as users,
        (select count(*)::integer from private.encryption_keys) as keys,
        (select count(*)::integer from public.execution_logs) as logs,
        (select count(*)::integer from pg_catalog.pg_replication_slots) as slots
    `),
  )
}
