import { beforeAll, describe, expect, test } from 'vitest'
import { sendText } from '../../src/postgres/connect.ts'
import { sql, useDatabase } from '../support/database.ts'
import type { Rows, TestDatabase } from '../support/database.ts'
import { asAnon, asService, asUser } from '../support/roles.ts'

const somebody = '00000000-0000-4000-8000-000000000001'

/** The rights on a table that a server of that `server_version_num` knows: all, and those that no reader or writer needs. */
function tableRights(serverVersion: number): { readonly all: string[]; readonly idle: string[] } {
  const idle = ['truncate', 'references', 'trigger']
  if (serverVersion >= 170000) idle.push('maintain')
  return { all: ['select', 'insert', 'update', 'delete', ...idle], idle }
}

/** What each role of the Data API may do with the table, the sequence and the function of that name. */
async function rightsOn(db: TestDatabase, name: string): Promise<Rows> {
  return db.query(sql`
    select
      r.name as role,
      array(
        select t.name
        from unnest(${tableRights(db.serverVersion).all}::text[]) with ordinality as t (name, place)
        where pg_catalog.has_table_privilege(r.name, ${`public.${name}_table`}, t.name)
        order by t.place
      ) as table,
      array(
        select s.name
        from unnest(array['usage', 'select', 'update']) with ordinality as s (name, place)
        where pg_catalog.has_sequence_privilege(r.name, ${`public.${name}_sequence`}, s.name)
        order by s.place
      ) as sequence,
      pg_catalog.has_function_privilege(r.name, ${`public.${name}_function()`}, 'execute') as function,
      (
        select exists (
          select from pg_catalog.aclexplode(p.proacl) as a where a.grantee = r.name::regrole
        )
        from pg_catalog.pg_proc as p
        where p.oid = ${`public.${name}_function()`}::regprocedure
      ) as "functionByName"
    from unnest(array['anon', 'authenticated', 'service_role']) with ordinality as r (name, place)
    order by r.place
  `)
}

/** A table, a sequence and a function, as a migration makes them that says nothing of rights. */
function create(name: string): string {
  return `
    create table public.${name}_table (id integer);
    create sequence public.${name}_sequence;
    create function public.${name}_function() returns integer language sql as 'select 1';
  `
}

function forEachRole(rights: Rows[number]): Rows {
  return ['anon', 'authenticated', 'service_role'].map((role) => ({ role, ...rights }))
}

function everything(serverVersion: number): Rows[number] {
  return {
    table: tableRights(serverVersion).all,
    sequence: ['usage', 'select', 'update'],
    function: true,
    functionByName: true,
  }
}

describe("with today's default privileges", () => {
  const db = useDatabase({ kind: 'platform', mode: 'today' })

  beforeAll(async () => {
    await db.text(create('own'))
    await sendText(db.superuser, create('admin'))
  })

  test('what postgres makes, the Data API can neither read nor write; functions everybody may call', async () => {
    expect(await rightsOn(db, 'own')).toEqual(
      forEachRole({
        table: tableRights(db.serverVersion).idle,
        sequence: ['update'],
        function: true,
        functionByName: false,
      }),
    )
    for (const as of [asAnon, asService]) {
      await as(db, async ({ attempt, query }) => {
        expect(await attempt(sql`select from public.own_table`)).toMatchObject({
          code: '42501',
          message: 'permission denied for table own_table',
        })
        expect(await query(sql`select public.own_function() as one`)).toEqual([{ one: 1 }])
      })
    }
  })

  test('what supabase_admin makes, the Data API may use', async () => {
    expect(await rightsOn(db, 'admin')).toEqual(forEachRole(everything(db.serverVersion)))
  })

  test('a schema of our own grants nothing on its objects', async () => {
    await db.text('create schema own; create table own.t (id integer)')
    expect(
      await db.query(sql`select relacl from pg_catalog.pg_class where oid = 'own.t'::regclass`),
    ).toEqual([{ relacl: null }])
  })

  test('taking execute from PUBLIC for one schema only changes nothing', async () => {
    await db.text(`
      alter default privileges in schema public revoke execute on functions from public;
      ${create('later')}
    `)
    expect(await rightsOn(db, 'later')).toEqual(await rightsOn(db, 'own'))
  })
})

describe('with the default privileges of older projects', () => {
  const db = useDatabase({ kind: 'platform', mode: 'legacy' })

  beforeAll(async () => {
    await db.text(create('own'))
    await sendText(db.superuser, create('admin'))
  })

  test('whatever anybody makes, the Data API may use', async () => {
    for (const name of ['own', 'admin']) {
      expect(await rightsOn(db, name)).toEqual(forEachRole(everything(db.serverVersion)))
    }
    await asUser(db, somebody, async ({ query }) => {
      await query(sql`insert into public.own_table (id) values (1)`)
      expect(await query(sql`select id from public.own_table`)).toEqual([{ id: 1 }])
    })
  })
})
