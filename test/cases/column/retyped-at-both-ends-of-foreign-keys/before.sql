create table public.a (id integer primary key, up integer references public.a);
create table public.b (id integer primary key references public.a);
create table public.c (id integer primary key, b integer references public.b, a integer references public.a);
comment on constraint c_a_fkey on public.c is 'Where it comes from.';
create table public.pair (id integer, k integer, primary key (id, k));
create table public.of_pair (
  a integer,
  k integer,
  constraint fk foreign key (a, k) references public.pair on delete cascade deferrable initially deferred
);
create table public.wide (id integer primary key);
create table public.of_wide (id smallint references public.wide);
create table public.parted (id integer, a integer references public.a) partition by range (id);
create table public.parted_1 partition of public.parted for values from (0) to (10);
create table public.unchecked (a integer);
alter table public.unchecked add constraint fk foreign key (a) references public.a not valid;
