import { describe, expect, test } from 'vitest'
import { sql, useDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { roles, routines, schemas, sequences, tables, types } from './rights-matrix.ts'
import { complaints, tryRights } from './rights-outcomes.ts'

describe.each(['today', 'legacy'] as const)('with the default privileges of %s', (mode) => {
  const db = useDatabase({ kind: 'migrations', mode })

  // The owner shows that each statement goes through for whoever has the right.
  // Attack: use a right that nobody meant to give, such as one that default privileges give to new
  // objects.
  // Stopped by: all rights are revoked, then granted by name; every command on every object is
  // tried as every role, in both modes.
  test.each([...roles, 'postgres' as const])(
    '%s may do what the matrix says, run and by the catalogue, and nothing else',
    async (actor) => {
      const outcomes = await tryRights(db, actor)
      expect(outcomes.length).toBeGreaterThan(400)
      expect(outcomes.flatMap(complaints)).toEqual([])
    },
  )

  test('every object of the database is in the matrix', async () => {
    expect(await readObjects(db)).toEqual(
      [
        ...tables.flatMap(({ name, columns }) => [
          `table ${name}`,
          ...columns.map((column) => `column ${name}.${column}`),
        ]),
        ...sequences.map((name) => `sequence ${name}`),
        ...routines.map(({ name }) => `function ${name}`),
        ...types.map((name) => `type ${name}`),
        ...Object.keys(schemas).map((name) => `schema ${name}`),
      ].toSorted(),
    )
  })

  test('nobody beside the roles of the matrix has a right on our objects, and nobody may pass one on', async () => {
    expect(await readOtherGrants(db)).toEqual([])
  })

  test('everything belongs to the role postgres', async () => {
    expect(
      await db.query(sql`
        select c.oid::regclass::text as object, c.relowner::regrole::text as owner
        from pg_catalog.pg_class as c
        where
          c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
          and c.relowner <> 'postgres'::regrole
        union all
        select p.oid::regprocedure::text, p.proowner::regrole::text
        from pg_catalog.pg_proc as p
        where
          p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
          and p.proowner <> 'postgres'::regrole
        union all
        select n.nspname, n.nspowner::regrole::text
        from pg_catalog.pg_namespace as n
        where n.nspname = 'private' and n.nspowner <> 'postgres'::regrole
      `),
    ).toEqual([])
  })
})

/** The schemas that Supabase and PostgreSQL bring, but public. */
const platformSchemas = [
  'auth',
  'cron',
  'extensions',
  'graphql',
  'graphql_public',
  'information_schema',
  'net',
  'pgbouncer',
  'realtime',
  'storage',
  'supabase_functions',
  'supabase_migrations',
  'vault',
]

/** Everything that lies in our schemas or belongs to the owner, wherever it lies. */
async function readObjects({ query }: TestDatabase): Promise<string[]> {
  const rows = await query(sql`
    with ours as (
      select n.oid, n.nspname as name
      from pg_catalog.pg_namespace as n
      where n.nspname in ('public', 'private')
    ),
    relations as (
      select
        c.oid,
        case c.relkind when 'r' then 'table' when 'S' then 'sequence' else 'relation of kind ' || c.relkind::text end as kind,
        n.nspname || '.' || c.relname as name
      from pg_catalog.pg_class as c
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      where
        c.relkind not in ('i', 't')
        and n.nspname !~ '^pg_'
        and (n.oid in (select ours.oid from ours) or c.relowner = 'postgres'::regrole)
    )
    select r.kind || ' ' || r.name as object
    from relations as r
    union all
    select 'column ' || r.name || '.' || a.attname
    from relations as r
    join pg_catalog.pg_attribute as a on a.attrelid = r.oid
    where r.kind <> 'sequence' and a.attnum > 0 and not a.attisdropped
    union all
    select 'function ' || n.nspname || '.' || p.proname
    from pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
    where n.oid in (select ours.oid from ours) or p.proowner = 'postgres'::regrole
    union all
    select 'type ' || n.nspname || '.' || t.typname
    from pg_catalog.pg_type as t
    join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
    where
      t.typcategory <> 'A'
      and not exists (select 1 from pg_catalog.pg_class as c where c.oid = t.typrelid and c.relkind <> 'c')
      and n.nspname !~ '^pg_'
      and (n.oid in (select ours.oid from ours) or t.typowner = 'postgres'::regrole)
    union all
    select 'schema ' || n.nspname
    from pg_catalog.pg_namespace as n
    where n.nspname !~ '^pg_' and n.nspname <> all (${platformSchemas})
  `)
  return rows.map(({ object }) => String(object)).toSorted()
}

/** Entries of access lists that name anybody else, or may be passed on. */
async function readOtherGrants({ query }: TestDatabase): Promise<unknown> {
  return query(sql`
    with lists as (
      select c.oid::regclass::text as object, c.relacl as list
      from pg_catalog.pg_class as c
      where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
      union all
      select a.attrelid::regclass || '.' || a.attname, a.attacl
      from pg_catalog.pg_attribute as a
      join pg_catalog.pg_class as c on c.oid = a.attrelid
      where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
      union all
      select p.oid::regprocedure::text, coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))
      from pg_catalog.pg_proc as p
      where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
      union all
      select 'private', n.nspacl
      from pg_catalog.pg_namespace as n
      where n.nspname = 'private'
    )
    select
      l.object,
      case e.grantee when 0 then 'PUBLIC' else e.grantee::regrole::text end as grantee,
      e.privilege_type as privilege,
      e.is_grantable as grantable
    from lists as l
    cross join lateral pg_catalog.aclexplode(l.list) as e
    where
      e.grantee not in ('postgres'::regrole, 'authenticated'::regrole, 'service_role'::regrole)
      or (e.is_grantable and e.grantee <> 'postgres'::regrole)
    order by l.object, grantee, privilege
  `)
}
