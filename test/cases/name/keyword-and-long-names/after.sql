create table public."user" ("order" integer, "group" text);
create table public.a_name_that_is_as_long_as_postgresql_takes_it_without_cutting_a (
  a_name_that_is_as_long_as_postgresql_takes_it_without_cutting_b integer generated always as identity primary key
);
create view public."table" as select "order" from public."user";
