import { beforeAll, expect, test } from 'vitest'
import { withSession } from '../../../src/postgres/connect.ts'
import { sql, useDatabase } from '../../support/database.ts'
import { defaultPrivileges } from '../../support/default-privileges.ts'
import { asOwner } from '../../support/roles.ts'
import type { Actor } from '../../support/roles.ts'
import { tables } from '../rights-matrix.ts'
import { ada } from '../scene.ts'
import { askEach, prepareEnds } from '../statement-ends.ts'
import { twoUsers } from '../two-users.ts'
import { calls } from './calls.ts'

const db = useDatabase({ kind: 'migrations', mode: defaultPrivileges })

beforeAll(async () => {
  await db.text(twoUsers)
})

// The temporary schema is looked into first of all for tables and types, even when the path is empty.
const types = [
  'text',
  'uuid',
  'jsonb',
  'timestamptz',
  'bool',
  'int4',
  'int8',
  'numeric',
  'name',
  '_text',
]

/** Lies of a user with a connection of his own: he hears of each use, and of whose rights it was made with. */
const lies = `
  create function pg_temp.spy() returns pg_catalog.bool language plpgsql as $$
  begin
    perform pg_catalog.set_config(
      'trial.seen', pg_catalog.concat(pg_catalog.current_setting('trial.seen', true), current_user, ' '), true
    );
    return true;
  end
  $$;
  ${tables
    .map(({ name }) => name.split('.')[1] ?? '')
    .map((name) => `create temporary table ${name} (value pg_catalog.text);`)
    .join('\n')}
  create temporary table users (value pg_catalog.text);
  ${types
    .map((type) => `create domain pg_temp.${type} as pg_catalog.${type} check (pg_temp.spy());`)
    .join('\n')}
`

// Attack: put temporary tables and types in front of ours: an empty search_path does not hide them.
// Stopped by: every table and type in a function has its schema, types of PostgreSQL too where a
// function runs as its owner.
test('tables and types of a temporary schema stand in front of ours for nobody but their owner', async () => {
  const honest = await asAda(answers)
  const deceived = await asAda(async (actor) => {
    await actor.text(lies)
    return { answers: await answers(actor), heard: await heard(actor) }
  })
  expect(deceived.answers).toEqual(honest)
  expect(deceived.heard).not.toContain('postgres')
})

// Control: the lies are heard where a function believes them.
test('a function that runs as its owner and names a type without its schema would be caught at that', async () => {
  const caught = await asAda(
    async (actor) => {
      await actor.text(lies)
      await actor.query(sql`select private.naive('x')`)
      return heard(actor)
    },
    `
      create function private.naive(p_value text) returns boolean
      language sql security definer set search_path = ''
      as $$ select (p_value || '')::text is not null $$;
      grant execute on function private.naive(text) to authenticated;
    `,
  )
  expect(caught).toContain('postgres')
})

// Attack: put functions, operators and tables in front of ours by a schema in the path.
// Stopped by: every function sets search_path to nothing of others'.
test('functions, operators and tables of a schema in the path stand in front of ours for nobody', async () => {
  const honest = await asAda(answers)
  const deceived = await asAda(async (actor) => {
    await actor.text('set local search_path = lies, public, pg_catalog')
    expect(
      await actor.query(
        sql`select '${sql.__dangerous__rawValue(ada)}'::uuid = gen_random_uuid() as alike`,
      ),
    ).toEqual([{ alike: true }])
    return answers(actor)
  }, liesInThePath)
  expect(deceived).toEqual(honest)
})

/** Everything equals everything, the present is far away, and every table is empty. */
const liesInThePath = `
  create schema lies;
  grant usage on schema lies to public;
  ${[
    ['uuid', 'uuid'],
    ['text', 'text'],
    ['timestamptz', 'timestamptz'],
  ]
    .map(
      ([left, right]) => `
  create function lies.agree(${left}, ${right}) returns boolean language sql immutable as 'select true';
  create operator lies.= (function = lies.agree, leftarg = ${left}, rightarg = ${right});
  create operator lies.<= (function = lies.agree, leftarg = ${left}, rightarg = ${right});
  create operator lies.>= (function = lies.agree, leftarg = ${left}, rightarg = ${right});`,
    )
    .join('\n')}
  create function lies.now() returns timestamptz language sql stable as 'select ''2999-01-01Z''::timestamptz';
  ${tables.map(({ name }) => `create table lies.${name.split('.')[1] ?? ''} ();`).join('\n')}
  grant select on all tables in schema lies to public;
`

/** A connection of its own, so that nothing is resolved before; what the owner prepares goes with it. */
async function asAda<T>(use: (actor: Actor) => Promise<T>, preparation = ''): Promise<T> {
  return withSession(db.url, async (session) =>
    asOwner({ owner: session, superuser: session }, async (actor) => {
      await prepareEnds(actor)
      await actor.text(preparation)
      await actor.become('authenticated', { sub: ada, role: 'authenticated' })
      return use(actor)
    }),
  )
}

/** What a user can read, and what runs as the owner, last. */
async function answers(actor: Actor): Promise<readonly string[]> {
  const names = calls.filter(({ name }) => name.startsWith('get_') || name.endsWith('_tokens'))
  return askEach(
    actor,
    names.map(({ call }) => call),
  )
}

async function heard({ query }: Actor): Promise<string> {
  const [row] = await query(sql`select pg_catalog.current_setting('trial.seen', true) as seen`)
  return String(row?.['seen'])
}
