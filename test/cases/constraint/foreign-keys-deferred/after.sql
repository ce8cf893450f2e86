create table public.a (id integer primary key);
create table public.b (x integer, y integer, z integer, w integer, u integer constraint u_key unique deferrable,
  constraint fx foreign key (x) references public.a deferrable,
  constraint fy foreign key (y) references public.a on delete cascade deferrable initially deferred,
  constraint fz foreign key (z) references public.a,
  constraint fw foreign key (w) references public.a deferrable);
create table public.p (id integer, a integer constraint pa references public.a deferrable initially deferred) partition by range (id);
create table public.p_1 partition of public.p for values from (0) to (9) partition by range (id);
create table public.p_1_1 partition of public.p_1 for values from (0) to (5);
create table public.p_2 partition of public.p for values from (9) to (19);
