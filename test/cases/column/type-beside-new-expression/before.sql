create table public.invoices (
  id integer primary key,
  net numeric(12, 2) not null constraint net_check check (net > 0),
  number text not null,
  plain text generated always as (upper(number)) stored unique,
  short text generated always as (left(number, 2)) stored
);
create index invoices_net_idx on public.invoices (net);
