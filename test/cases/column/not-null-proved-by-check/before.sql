create table public.t (id integer, "A b" text, c integer, d integer not null, e integer);
alter table public.t
  add constraint a_there check ("A b" is not null),
  add constraint c_there check (c is not null),
  add constraint e_there check (e is not null) not valid;
create table public.p (id integer, v integer, constraint v_there check (v is not null)) partition by range (id);
create table public.p_1 partition of public.p for values from (0) to (9);
