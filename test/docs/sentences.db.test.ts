import { beforeAll, describe, expect, it } from 'vitest'
import type { Description } from '../../src/docs/describe/description.ts'
import { markdownProse } from '../../src/docs/text/markdown-text.ts'
import { describedBy } from './described.ts'

/** A table with policies and grants, and what the page says of them. */
interface Trial {
  readonly sql: string
  readonly access: readonly string[]
  readonly policies: readonly string[]
}

const own = '(select auth.uid())'

const trials: Readonly<Record<string, Trial>> = {
  own_rows: {
    sql: `
      create policy p on public.own_rows to authenticated using (owner_id = ${own});
      grant select, insert, update, delete on public.own_rows to authenticated;`,
    access: [
      'Authenticated users read, insert, update and delete their own rows (`owner_id` is the user’s id).',
    ],
    policies: [
      'Authenticated users read, insert, update and delete their own rows (`owner_id` is the user’s id).',
    ],
  },
  unwrapped: {
    sql: `
      create policy p on public.unwrapped for select to authenticated using (auth.uid() = owner_id);
      grant select (id, owner_id) on public.unwrapped to authenticated;`,
    access: [
      'Authenticated users read their own rows (`owner_id` is the user’s id), but only the columns `id` and `owner_id`.',
    ],
    policies: ['Authenticated users read their own rows (`owner_id` is the user’s id).'],
  },
  not_own: {
    sql: `
      create policy p on public.not_own for select to authenticated using (owner_id <> ${own});
      grant select on public.not_own to authenticated;`,
    access: [
      'Authenticated users read rows for which `(owner_id <> ( SELECT auth.uid() AS uid))` holds.',
    ],
    policies: [
      'Authenticated users read rows for which `(owner_id <> ( SELECT auth.uid() AS uid))` holds.',
    ],
  },
  either: {
    sql: `
      create policy mine on public.either for select to authenticated using (owner_id = ${own});
      create policy shown on public.either for select to public using (shown);
      grant select on public.either to authenticated, anon;`,
    access: [
      'Anonymous users read rows for which `shown` holds.',
      'Authenticated users read their own rows (`owner_id` is the user’s id) and rows for which `shown` holds.',
    ],
    policies: [
      'Authenticated users read their own rows (`owner_id` is the user’s id).',
      'All roles read rows for which `shown` holds.',
    ],
  },
  restricted: {
    sql: `
      create policy every on public.restricted for select to authenticated using (true);
      create policy bound on public.restricted as restrictive for select to authenticated using (shown);
      grant select on public.restricted to authenticated;`,
    access: ['Authenticated users read every row, as far as `shown` holds.'],
    policies: [
      'Whatever other policies admit, authenticated users read only rows for which `shown` holds.',
      'Authenticated users read every row.',
    ],
  },
  given_away: {
    sql: `
      create policy p on public.given_away for update to authenticated using (owner_id = ${own}) with check (true);
      grant update (owner_id) on public.given_away to authenticated;`,
    access: [
      'Authenticated users update their own rows (`owner_id` is the user’s id), and may turn them into any row, but only the columns `owner_id`.',
    ],
    policies: [
      'Authenticated users update their own rows (`owner_id` is the user’s id), and may turn them into any row.',
    ],
  },
  never_written: {
    sql: `
      create policy bound on public.never_written as restrictive for update to authenticated with check (false);
      create policy mine on public.never_written for update to authenticated using (owner_id = ${own});
      grant update on public.never_written to authenticated;`,
    access: [
      'Authenticated users update their own rows (`owner_id` is the user’s id), and may turn them into no row.',
    ],
    policies: [
      'Whatever other policies admit, authenticated users update no row.',
      'Authenticated users update their own rows (`owner_id` is the user’s id).',
    ],
  },
  no_policy: {
    sql: 'grant select on public.no_policy to authenticated;',
    access: ['Authenticated users read no row.'],
    policies: [],
  },
  no_grant: {
    sql: `create policy p on public.no_grant for select to authenticated using (owner_id = ${own});`,
    access: ['Authenticated users may do nothing with it: nothing is granted.'],
    policies: [
      'Authenticated users read their own rows (`owner_id` is the user’s id). Without effect for `authenticated`: nothing is granted.',
    ],
  },
  open: {
    sql: `
      alter table public.open disable row level security;
      create policy p on public.open for select to authenticated using (owner_id = ${own});
      grant select, truncate on public.open to authenticated;`,
    access: [
      'Authenticated users read every row.',
      'Authenticated users also have the right to `truncate`, which row security does not limit.',
    ],
    policies: [
      'Authenticated users read their own rows (`owner_id` is the user’s id). Without effect: row security is off.',
    ],
  },
  of_public: {
    sql: `
      create policy p on public.of_public for delete to public using (false);
      grant select, delete on public.of_public to public;
      grant select on public.of_public to service_role with grant option;`,
    access: [
      'All roles read and delete no row.',
      'Anonymous users read and delete no row.',
      'Authenticated users read and delete no row.',
      'The role `service_role` reads and deletes every row.',
      'The role `service_role` may grant `select` to others.',
    ],
    policies: ['All roles delete no row.'],
  },
}

const unnamed = 'may do nothing with it: nothing is granted.'

let description: Description

beforeAll(async () => {
  description = await describedBy(
    Object.entries(trials)
      .map(
        ([name, { sql }]) => `
          create table public.${name} (id bigint primary key, owner_id uuid, shown boolean);
          alter table public.${name} enable row level security;
          revoke all on public.${name} from anon, authenticated, service_role;
          ${sql}`,
      )
      .join('\n'),
  )
})

describe('the page of a table', () => {
  it.each(Object.entries(trials))('says who may do what: %s', (name, { access, policies }) => {
    const relation = description.relations.find((each) => each.name === `public.${name}`)
    const said = relation?.access.map(markdownProse) ?? []
    expect(
      said.filter((sentence) => !sentence.includes(unnamed) || access.includes(sentence)),
    ).toEqual(access)
    expect(
      relation?.policies.map(({ sentences }) => sentences.map(markdownProse).join(' ')),
    ).toEqual(policies)
  })
})

it('says of a view whose rights its query runs with, and claims nothing of its rows', async () => {
  const { relations } = await describedBy(`
    create table public.notes (id bigint primary key);
    create view public.shown as select id from public.notes;
    create view public.asked with (security_invoker = true) as select id from public.notes;
    create materialized view public.kept as select id from public.notes;
    revoke all on public.shown, public.asked, public.kept from anon, authenticated, service_role;
    grant select, update on public.shown, public.asked to authenticated;
    grant select on public.kept to authenticated;
  `)
  const told = relations
    .filter(({ kind }) => kind !== 'table')
    .map(({ name, facts, access }) => ({
      name,
      facts: facts.map(markdownProse),
      access: access.map(markdownProse).filter((sentence) => sentence.startsWith('Authenticated')),
    }))
  const byQuery = [
    'Authenticated users read what its query gives.',
    'Authenticated users update rows by its query, where it allows that.',
  ]
  expect(told).toEqual([
    {
      name: 'public.asked',
      facts: ['Its query runs with the rights of the caller: policies of its tables hold.'],
      access: byQuery,
    },
    {
      name: 'public.shown',
      facts: ['Its query runs with the rights of `postgres`, not of the caller.'],
      access: byQuery,
    },
    {
      name: 'public.kept',
      facts: ['Its query runs with the rights of `postgres`, not of the caller.'],
      access: ['Authenticated users read every row.'],
    },
  ])
})

it('counts what a role has by membership, in PostgreSQL’s own roles too', async () => {
  const { relations } = await describedBy(`
    create table public.notes (id bigint primary key);
    revoke all on public.notes from anon, authenticated, service_role;
    grant insert on public.notes to supabase_etl_admin;
  `)
  expect(relations[0]?.access.map(markdownProse)).toContain(
    'The role `supabase_etl_admin` reads and inserts every row.',
  )
})
