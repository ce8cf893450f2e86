import { describeDatabase } from '../../src/docs/describe/describe.ts'
import type { Description } from '../../src/docs/describe/description.ts'
import { readCatalog } from '../../src/postgres/read/read-catalog.ts'
import { readRoles } from '../../src/postgres/read-roles.ts'
import { withTestDatabase } from '../support/database.ts'

/** Describes a database that statements make on the platform, run as its owner. */
export async function describedBy(statements: string): Promise<Description> {
  return withTestDatabase({ kind: 'platform', mode: 'today' }, async ({ text, owner }) => {
    await text(statements)
    const roles = await readRoles(owner)
    return describeDatabase({
      title: 'trial </title>',
      catalog: await readCatalog(owner, { except: platformSchemas }),
      roles,
    })
  })
}

const platformSchemas = [
  'auth',
  'extensions',
  'graphql',
  'graphql_public',
  'pgbouncer',
  'realtime',
  'storage',
  'supabase_functions',
  'vault',
]
