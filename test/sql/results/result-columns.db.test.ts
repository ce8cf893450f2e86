import { expect, it } from 'vitest'
import { readCatalog } from '../../../src/postgres/read/read-catalog.ts'
import { quoteName } from '../../../src/sql/quote.ts'
import { findResultFacts } from '../../../src/types/result-facts.ts'
import { sql, useDatabase, withTestDatabase } from '../../support/database.ts'

const db = useDatabase({ kind: 'platform', mode: 'today' })

const tables = `
  create table public.a (id integer primary key, x text, n text not null);
  create table public.b (id integer primary key, a integer references public.a, n text not null, j jsonb not null);
  insert into public.a values (1, null, 'n'), (2, 'x', 'n'), (3, 'y', 'n');
  insert into public.b values (1, 1, 'n', 'null'), (2, null, 'n', '1');
  create table public.parent (id integer not null, n text not null);
  create table public.heir () inherits (public.parent);
  do $$ begin
    if current_setting('server_version_num')::integer < 180000 then
      alter table public.heir alter column n drop not null;
      insert into public.heir values (1, null);
    end if;
  end $$;
  create function public.maybe(v text) returns text language sql immutable as $$ select null::text $$;
  create cast (text as public.a) with inout;
  create function public.listed() returns table (k integer, v text) language plpgsql stable set search_path = '' as $$
  begin
    return query select a.id, a.x from public.a as a;
    return query select 0, b.n from public.b as b;
  end $$;
  create function public.listed_one_by_one() returns table (k integer) language plpgsql stable set search_path = '' as $$
  begin
    return query select a.id from public.a as a;
    k := null;
    return next;
  end $$;
  create function public.listed_dynamically() returns table (k integer) language plpgsql stable set search_path = '' as $$
  begin
    return query execute 'select null::integer';
  end $$;
  create function public.listed_by_variable() returns table (k integer, w integer) language plpgsql stable set search_path = '' as $$
  declare
    id2 integer;
  begin
    return query select id2, a.id from public.a as a;
  end $$;
  create function public.listed_atomically() returns table (k integer, v text) language sql stable set search_path = ''
  begin atomic
    select a.id, a.x from public.a as a;
  end;
`

/** Queries over the tables, with the columns that are never null; all others have a null in some row. */
const queries: readonly (readonly [query: string, neverNull: string])[] = [
  ['select id, x, n from public.a', 'id n'],
  ['select a.id, b.id as bid, b.n from public.a left join public.b on b.a = a.id', 'id'],
  ['select a.id, b.id as bid from public.a right join public.b on b.a = a.id', 'bid'],
  ['select a.id, b.id as bid from public.a full join public.b on b.a = a.id', ''],
  ['select a.id, b.id as bid from public.a join public.b on b.a = a.id', 'id bid'],
  [
    'select a.id, b.n from public.a left join (public.b join public.a as c on c.id = b.a) on b.a = a.id',
    'id',
  ],
  ['select id, n from public.a union all select null, n from public.b', 'n'],
  ['select id, count(*) as c, max(x) as m from public.a group by id', 'id c'],
  ['select id, n, count(*) as c from public.a group by rollup (id, n)', 'c'],
  ['select id, n from public.a group by grouping sets ((id), (n))', ''],
  ["select coalesce(x, 'z') as c, coalesce(x, null) as d, x is null as e from public.a", 'c e'],
  ['select x as c from public.a where x is not null and id > 0', 'c'],
  ['select x as c from public.a where x is not null or id > 0', ''],
  ['select public.maybe(n) as c, n || x as d, nullif(n, n) as e from public.a', ''],
  [
    "select case when x = 'x' then n end as c, case when x = 'x' then n else 'q' end as d, case when true then x else n end as e from public.a",
    'd',
  ],
  [
    "select x = 'x' as c, n = 'n' as d, n in ('n', 'm') as e, n in (null, 'm') as f, n = any(array[x]) as h, x is distinct from n as g from public.a",
    'd e g',
  ],
  [
    'select (select n from public.b where b.id = a.id + 1) as c, exists (select 1) as d, array(select 1) as e from public.a',
    'd e',
  ],
  ['with w as (select id, x from public.a) select w.id, w.x from w', 'id'],
  [
    'with recursive w as (select 1 as id union all select null from w where id = 1) select id from w',
    '',
  ],
  ['with w (q) as (select id from public.a) select w.q from w where w.q is not null', 'q'],
  [
    'select s.id, s.n from (select b.id, a.x as n from public.b left join public.a on a.id = b.a) as s',
    'id',
  ],
  ['select lag(id) over (order by id) as c, row_number() over () as d from public.a', 'd'],
  ["select (j ->> 'x') as c, j::text as d from public.b", 'd'],
  ['select id from public.parent', 'id'],
  ['select k, v from public.listed()', 'k'],
  ['select k from public.listed_one_by_one()', ''],
  ['select k from public.listed_dynamically()', ''],
  ['select w, k from public.listed_by_variable()', 'w'],
  ['select k, v from public.listed_atomically()', 'k'],
  ['select g.i from unnest(array[1, null]) as g (i)', ''],
  ['select v.i from (values (1), (null)) as v (i)', ''],
  [
    'select greatest(x, n) as c, least(x, null) as d, concat(x) as e, current_user as f from public.a',
    'c e f',
  ],
  [
    "select (n = 'n' and x = 'x') as c, (n = 'n' or id = 1) as d, not (x = 'x') as e from public.a",
    'd',
  ],
  [
    'select j.id, j.n from (public.a left join public.b using (id)) as j (id, x, an, ba, n, jj) ',
    '',
  ],
]

it('does not trust a column that an heir lets be null', async () => {
  await withTestDatabase({ kind: 'platform', mode: 'today' }, async (own) => {
    await own.text(`${tables} create view public.v as select n from public.parent`)
    const { views } = await findResultFacts(await readCatalog(own.owner, { schemas: ['public'] }))
    const isFilled = own.serverVersion >= 180_000
    expect(views.map(({ columns }) => columns)).toEqual([[{ name: 'n', neverNull: isFilled }]])
  })
})

it('tells the columns that are never null, and no column that a row shows to be null', async () => {
  await db.text(tables)
  for (const [at, [query]] of queries.entries())
    await db.text(`create view public.${quoteName(`v${String(at)}`)} as ${query}`)
  const { views } = await findResultFacts(await readCatalog(db.owner, { schemas: ['public'] }))
  const wrong: string[] = []
  for (const [at, [query, expected]] of queries.entries()) {
    const columns = views.find(({ name }) => name === `v${String(at)}`)?.columns ?? []
    const claimed = columns.filter(({ neverNull }) => neverNull).map(({ name }) => name ?? '')
    if (claimed.join(' ') !== expected) wrong.push(`${query}: ${claimed.join(' ')}`)
    const rows = await db.query(sql`select * from ${sql.ident('public', `v${String(at)}`)}`)
    for (const name of claimed) {
      if (rows.some((row) => row[name] === null)) wrong.push(`${query}: ${name} is null in a row`)
    }
  }
  expect(wrong).toEqual([])
})
