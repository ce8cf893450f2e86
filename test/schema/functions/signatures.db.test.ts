import { expect, test } from 'vitest'
import { sql, useDatabase } from '../../support/database.ts'
import { signatures } from './signatures.ts'

const db = useDatabase({ kind: 'migrations', mode: 'today' })

test('the functions of public are those of the table, with its parameters, defaults, results and volatility', async () => {
  const found = await db.query(sql`
    select
      p.proname as name,
      array(
        select pg_catalog.format(
          '%s %s%s',
          p.proargnames[n],
          pg_catalog.format_type(p.proargtypes[n - 1], null),
          ' = ' || pg_catalog.pg_get_function_arg_default(p.oid, n)
        )
        from pg_catalog.generate_series(1, p.pronargs) as n
        order by n
      ) as parameters,
      pg_catalog.pg_get_function_result(p.oid) as returns,
      case p.provolatile when 's' then 'stable' when 'i' then 'immutable' else 'volatile' end as volatility
    from pg_catalog.pg_proc as p
    where p.pronamespace = 'public'::regnamespace
    order by name
  `)
  const readable = found.map(({ name, parameters, returns, volatility }) => ({
    name,
    parameters: Array.isArray(parameters) ? parameters.map(shortened) : parameters,
    returns: shortened(returns),
    volatility,
  }))
  expect(readable).toEqual(signatures.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
})

test('the purge stands in private, with its defaults', async () => {
  expect(
    await db.query(sql`
      select
        pg_catalog.pg_get_function_arguments(p.oid) as parameters,
        pg_catalog.pg_get_function_result(p.oid) as returns,
        p.provolatile as volatility
      from pg_catalog.pg_proc as p
      where p.oid = 'private.purge_execution_logs'::regproc
    `),
  ).toEqual([
    {
      parameters: 'p_days_old integer DEFAULT 90, p_batch integer DEFAULT 10000',
      returns: 'integer',
      volatility: 'v',
    },
  ])
})

test('only three bodies in private, the two triggers on auth.users and the one on tokens run with the rights of the owner', async () => {
  expect(
    await db.query(sql`
      select p.oid::regproc::text as name
      from pg_catalog.pg_proc as p
      where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace) and p.prosecdef
      order by name
    `),
  ).toEqual(
    [
      'private.check_token_keys',
      'private.delete_google_oauth_tokens',
      'private.delete_user_tokens',
      'private.get_user_token_status',
      'private.handle_new_user',
      'private.handle_user_email_change',
    ].map((name) => ({ name })),
  )
})

test('every function has a search path that no caller decides, is written in sql or plpgsql, and belongs to postgres', async () => {
  expect(
    await db.query(sql`
      select p.oid::regprocedure::text as name, p.proconfig as settings, l.lanname as language
      from pg_catalog.pg_proc as p
      join pg_catalog.pg_language as l on l.oid = p.prolang
      where
        p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
        and (
          not coalesce(
            case
              -- temporary types come last: see test/schema/attacks/shadowed-names
              when p.oid = 'private.assert_acting_for'::regproc then 'search_path=pg_catalog, pg_temp'
              else 'search_path=""'
            end = any(p.proconfig),
            false
          )
          or l.lanname not in ('sql', 'plpgsql')
          or p.proowner <> 'postgres'::regrole
        )
      order by name
    `),
  ).toEqual([])
})

test('no function has two forms, which the Data API could not tell apart', async () => {
  expect(
    await db.query(sql`
      select p.pronamespace::regnamespace::text as schema, p.proname as name
      from pg_catalog.pg_proc as p
      where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
      group by p.pronamespace, p.proname
      having count(*) > 1
    `),
  ).toEqual([])
})

test('every function says what it does', async () => {
  expect(
    await db.query(sql`
      select p.oid::regprocedure::text as name
      from pg_catalog.pg_proc as p
      where
        p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
        and coalesce(pg_catalog.obj_description(p.oid, 'pg_proc'), '') = ''
      order by name
    `),
  ).toEqual([])
})

/** The catalogue's words in the shorter form of the table. */
function shortened(text: unknown): string {
  return String(text)
    .replaceAll('timestamp with time zone', 'timestamptz')
    .replaceAll(/NULL::[a-z]+(\[\])?/g, 'null')
    .replaceAll("'::text", "'")
}
