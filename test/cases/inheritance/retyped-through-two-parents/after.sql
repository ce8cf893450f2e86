create table public."top t" (id bigint not null, n varchar(20) default 'y' check (n <> ''), "new c" date);
create table public.l (l integer) inherits (public."top t");
create table public.r (r integer) inherits (public."top t");
create table public."bot.tom" (b integer) inherits (public.l, public.r);
alter table public."bot.tom" alter column n set default 'z';
create index bi on public."bot.tom" (id, b);
