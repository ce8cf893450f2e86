import { longer } from '../support/sample.ts'
import { describe, expect, test } from 'vitest'
import { loadProject } from '../../src/files/project.ts'
import { sendText, sql, withDatabase, withSession } from '../../src/postgres/connect.ts'
import type { Queryable } from '../../src/postgres/connect.ts'
import { withUser } from '../../src/postgres/url.ts'
import { startCluster } from '../../src/workbench/server/cluster.ts'
import { loadPlatformFiles } from '../../src/workbench/load/platform.ts'
import { withCluster } from '../support/cluster.ts'
import { expectedPlatform } from './expected.ts'
import { readPlatform } from './read.ts'
import type { Role } from './read.ts'

/** A new server without any role but its superuser, for what is shared by all of its databases. */
async function withNewServer(
  use: (admin: Queryable, urlOf: (database: string) => string) => Promise<void>,
): Promise<void> {
  await withCluster(async (cluster) => {
    const { adminUrl } = await startCluster(cluster)
    await withDatabase(adminUrl('postgres'), (admin) => use(admin, adminUrl))
  })
}

/** Loads the stand-in as psql would: file by file, without any lock. Returns how many milliseconds it took. */
async function load(url: string): Promise<number> {
  const { folders } = await loadProject(import.meta.dirname)
  const files = await loadPlatformFiles(folders.platform, 'today')
  return withSession(url, async (session) => {
    const start = performance.now()
    for (const { text } of files) await sendText(session, text)
    return performance.now() - start
  })
}

describe('loading the stand-in', () => {
  test.skipIf(longer.skip)(
    'into four databases of a new server at once makes each as it should be',
    async () => {
      await withNewServer(async (admin, urlOf) => {
        const databases = ['first', 'second', 'third', 'fourth']
        for (const name of databases) {
          await admin.query(sql`create database ${sql.ident(name)}`)
        }
        await Promise.all(databases.map(async (name) => load(urlOf(name))))
        const [{ version }] = await admin.query(
          sql`select pg_catalog.current_setting('server_version_num')::integer as version`,
        )
        for (const name of databases) {
          const found = await withDatabase(urlOf(name), readPlatform)
          expect(found).toEqual(expectedPlatform(version, 'today'))
        }
      })
    },
  )

  test('takes less than a second', async () => {
    await withNewServer(async (_, urlOf) => {
      expect(await load(urlOf('postgres'))).toBeLessThan(1000)
    })
  })

  test('leaves the roles, settings and memberships that it finds', async () => {
    await withNewServer(async (admin, urlOf) => {
      await sendText(
        admin,
        `
          create role postgres with login nocreatedb;
          create role anon with login;
          create role authenticator with inherit;
          alter role anon set statement_timeout = '1min';
          alter role supabase_admin set statement_timeout = '1h';
        `,
      )
      await load(urlOf('postgres'))
      const { roles, memberships } = await withDatabase(urlOf('postgres'), readPlatform)
      const found = ['supabase_admin', 'postgres', 'anon', 'authenticator']
      expect(roles.filter(({ name }) => found.includes(name))).toEqual([
        { name: 'supabase_admin', attributes: ['superuser'], settings: ['statement_timeout=1h'] },
        { name: 'postgres', attributes: ['login', 'inherit'], settings: [] },
        { name: 'anon', attributes: ['login', 'inherit'], settings: ['statement_timeout=1min'] },
        { name: 'authenticator', attributes: ['inherit'], settings: [] },
      ] satisfies Role[])
      // Only where one of the two was made by the load.
      expect(memberships.map(({ role, member }) => `${member}: ${role}`)).toEqual([
        'authenticator: authenticated',
        'authenticator: service_role',
        'postgres: authenticated',
        'postgres: service_role',
      ])
    })
  })

  test('makes the owner of the schemas, without a login, where the superuser has another name', async () => {
    await withNewServer(async (admin, urlOf) => {
      const password = 'of no consequence'
      await sendText(admin, `create role other with login superuser password '${password}'`)
      await withSession(withUser(urlOf('postgres'), 'other', password), (session) =>
        sendText(session, 'alter role supabase_admin rename to first_superuser'),
      )
      const url = withUser(urlOf('postgres'), 'other', password)
      await load(url)
      await withDatabase(url, async (db) => {
        const { schemas } = await readPlatform(db)
        expect(schemas).toEqual(expectedPlatform(0, 'today').schemas)
        expect(
          await db.query(
            sql`select rolsuper, rolcanlogin from pg_catalog.pg_roles where rolname = 'supabase_admin'`,
          ),
        ).toEqual([{ rolsuper: true, rolcanlogin: false }])
      })
    })
  })
})
