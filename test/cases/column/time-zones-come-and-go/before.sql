create domain public.moment as timestamp(3);
create table public.t (
  id integer primary key,
  "at first" timestamp(3) not null default '2024-03-31 02:30:00',
  at_date date,
  at_time time(3),
  to_date timestamptz,
  in_domain public.moment,
  from_domain public.moment,
  many timestamp[]
);
create index i on public.t ("at first" desc);
create table public.heir (x integer) inherits (public.t);
