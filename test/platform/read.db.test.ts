import { describe, expect, test } from 'vitest'
import { processVariables } from '../../src/files/environment.ts'
import { withDatabase } from '../../src/postgres/connect.ts'
import { sql, useDatabase } from '../support/database.ts'
import { expectedPlatform } from './expected.ts'
import { readPlatform } from './read.ts'

const modes = ['today', 'legacy'] as const

describe.each(modes)('the stand-in with the default privileges of %s', (mode) => {
  const db = useDatabase({ kind: 'platform', mode })

  test('has what Supabase documents, and says so to the role postgres', async () => {
    const expected = expectedPlatform(db.serverVersion, mode)
    expect(await readPlatform(db.owner)).toEqual(expected)
  })

  test('publishes nothing at first', async () => {
    expect(await db.query(sql`select from pg_catalog.pg_publication_rel`)).toEqual([])
    expect(await db.query(sql`select from pg_catalog.pg_publication_namespace`)).toEqual([])
  })

  test('has in extensions what the server has of the usual ones, and no other anywhere', async () => {
    expect(
      await db.query(sql`
        select
          e.extname as name,
          n.nspname as schema
        from pg_catalog.pg_extension as e
        join pg_catalog.pg_namespace as n on n.oid = e.extnamespace
        where e.extname <> 'plpgsql'
        order by name
      `),
    ).toEqual(
      await db.query(sql`
        select
          a.name,
          'extensions' as schema
        from pg_catalog.pg_available_extensions as a
        where a.name in ('pg_stat_statements', 'pgcrypto', 'uuid-ossp')
        order by name
      `),
    )
  })
})

/** The URL of a Supabase project, as any of its roles; it is only read. */
const reference = processVariables()['SUPABASE_REFERENCE_URL'] ?? ''

describe.skipIf(reference === '')('the project of SUPABASE_REFERENCE_URL', () => {
  test('has what Supabase documents, with the default privileges of one mode', async () => {
    await withDatabase(reference, async (project) => {
      const found = await readPlatform(project)
      const [row] = await project.query(
        sql`select pg_catalog.current_setting('server_version_num')::integer as version`,
      )
      const [today, legacy] = modes.map((mode) => expectedPlatform(row.version, mode))
      const isLegacy =
        JSON.stringify(found.defaultPrivileges) === JSON.stringify(legacy?.defaultPrivileges)
      expect(found).toEqual(isLegacy ? legacy : today)
    })
  })
})
