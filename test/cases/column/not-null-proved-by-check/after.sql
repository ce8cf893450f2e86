create table public.t (id integer, "A b" text not null, c bigint not null, d integer, e integer not null);
alter table public.t
  add constraint d_there check (d is not null),
  add constraint c_there check (c > 0);
create table public.p (id integer, v integer not null) partition by range (id);
create table public.p_1 partition of public.p for values from (0) to (9);
