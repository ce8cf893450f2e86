create table public."top t" (id integer not null, n text default 'x' check (n <> ''));
create table public.l (l integer) inherits (public."top t");
create table public.r (r integer) inherits (public."top t");
create table public."bot.tom" (b integer) inherits (public.l, public.r);
create index bi on public."bot.tom" (id);
