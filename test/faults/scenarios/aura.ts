import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { filesBelow, home } from '../../support/tracked-files.ts'
import type { Scenario } from './scenario.ts'

/** This project's own migrations, in a database that has accounts. */
export const aura: Scenario = {
  name: "AURA's own",
  files: async () => {
    const paths = await filesBelow('migrations', '.sql')
    const texts = await Promise.all(paths.map(async (path) => readFile(join(home, path), 'utf8')))
    return Object.fromEntries(paths.map((path, at) => [path, texts[at] ?? '']))
  },
  start: 'none',
  rows: `insert into auth.users (id, email, created_at)
    select pg_catalog.md5(n::text)::uuid, n || '@example.com', '2026-01-01Z' from pg_catalog.generate_series(1, 40) as n;`,
  supabase: true,
  whole: true,
}
