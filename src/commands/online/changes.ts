/** A change of a table that is in use. */
export interface OnlineChange {
  readonly name: string
  /** The statements that make it, behind those of `base`. */
  readonly sql: string
}

/** The tables before each change. */
export const base = `
create table public.owners (
  id integer not null,
  name text not null,
  constraint owners_pkey primary key (id)
);
create table public.orders (
  id bigint generated always as identity,
  owner integer,
  number text,
  amount numeric,
  note text,
  made timestamptz not null default now(),
  constraint orders_pkey primary key (id)
);
create sequence public.numbers;
`

/** Fills them. */
export function fill(rows: number): string {
  return `
insert into public.owners (id, name) select n, 'owner ' || n from pg_catalog.generate_series(1, 1000) as n;
insert into public.orders (owner, number, amount, note)
select 1 + n % 1000, 'number ' || n, n, pg_catalog.repeat('note ', 20)
from pg_catalog.generate_series(1, ${String(rows)}) as n;
`
}

/** What is measured, each from `base` and back. */
export const changes: readonly OnlineChange[] = [
  { name: 'an index', sql: 'create index orders_owner_idx on public.orders (owner, made);' },
  {
    name: 'a unique constraint',
    sql: 'alter table public.orders add constraint orders_number_key unique (number);',
  },
  {
    name: 'a foreign key',
    sql: 'alter table public.orders add constraint orders_owner_fkey foreign key (owner) references public.owners (id);',
  },
  {
    name: 'a check',
    sql: "alter table public.orders add constraint orders_number_check check (number ~ '^n[a-z]+ [0-9]+$');",
  },
  { name: 'NOT NULL', sql: 'alter table public.orders alter column number set not null;' },
]
