create table public.a (id text primary key, up text references public.a);
create table public.b (id text primary key references public.a);
create table public.c (id integer primary key, b text references public.b, a text references public.a);
comment on constraint c_a_fkey on public.c is 'Where it comes from.';
create table public.pair (id bigint, k varchar(9), primary key (id, k));
create table public.of_pair (
  a bigint,
  k varchar(9),
  constraint fk foreign key (a, k) references public.pair on delete cascade deferrable initially deferred
);
create table public.wide (id bigint primary key);
create table public.of_wide (id integer references public.wide);
create table public.parted (id integer, a text references public.a) partition by range (id);
create table public.parted_1 partition of public.parted for values from (0) to (10);
create table public.unchecked (a text);
alter table public.unchecked add constraint fk foreign key (a) references public.a not valid;
