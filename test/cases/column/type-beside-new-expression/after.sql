create table public.invoices (
  id integer primary key,
  net numeric(14, 3) not null constraint net_check check (net > 0),
  number text not null,
  plain text generated always as (lower(number)) stored unique,
  short text generated always as (left(number, 3)) stored
);
create index invoices_net_idx on public.invoices (net);
