create domain public.moment as timestamptz(6);
create table public.t (
  id integer primary key,
  "at first" timestamptz(6) not null default '2024-03-31 02:30:00+00',
  at_date timestamptz,
  at_time timetz,
  to_date date,
  in_domain public.moment,
  from_domain timestamptz,
  many timestamptz[]
);
create index i on public.t ("at first" desc);
create table public.heir (x integer) inherits (public.t);
