-- up
create table public."user" (
  "order" integer,
  "group" text
);
create table public.a_name_that_is_as_long_as_postgresql_takes_it_without_cutting_a (
  a_name_that_is_as_long_as_postgresql_takes_it_without_cutting_b integer not null generated always as identity (sequence name public.a_name_that_is_as_long_as_pos_a_name_that_is_as_long_as_pos_seq),
  constraint a_name_that_is_as_long_as_postgresql_takes_it_without_cutt_pkey primary key (a_name_that_is_as_long_as_postgresql_takes_it_without_cutting_b)
);
-- ! data_loss, breaks_clients
drop table public.o;
-- ! opens_access
create view public."table" as
 select "order"
   from public."user";

-- down
-- ! breaks_clients
drop view public."table";
create table public.o (
  a integer
);
-- ! data_loss, breaks_clients
drop table public."user";
-- ! data_loss, breaks_clients
drop table public.a_name_that_is_as_long_as_postgresql_takes_it_without_cutting_a;
