-- up
create schema "ümläut";
create or replace function "My Schema"."st ep"(
  "My Schema"."sta te",
  integer
)
returns "My Schema"."sta te"
language sql
immutable
as $$select row(coalesce(($1).n, 0) + $2, 'y')::"My Schema"."sta te"$$;
-- ! opens_access
create aggregate "ümläut"."all"(*) (
  sfunc = int8inc,
  stype = bigint,
  initcond = '0'
);
create aggregate "ümläut"."select"(integer) (
  sfunc = "My Schema"."st ep",
  stype = "My Schema"."sta te",
  initcond = '(0,"a, b")'
);
revoke all on function "ümläut"."select"(integer) from public;
-- ! blocks_reads
create or replace view public.v as
 select "ümläut"."select"(g) as s,
    "ümläut"."all"(*) as n
   from generate_series(1, 3) g(g);
-- ! breaks_clients
drop aggregate "My Schema"."Su""m"(integer);

-- down
drop view public.v;
-- ! breaks_clients
drop aggregate "ümläut"."all"(*);
-- ! breaks_clients
drop aggregate "ümläut"."select"(integer);
-- ! breaks_clients
drop schema "ümläut";
create or replace function "My Schema"."st ep"(
  "My Schema"."sta te",
  integer
)
returns "My Schema"."sta te"
language sql
immutable
as $$select row(coalesce(($1).n, 0) + $2, 'x')::"My Schema"."sta te"$$;
-- ! opens_access
create aggregate "My Schema"."Su""m"(integer) (
  sfunc = "My Schema"."st ep",
  stype = "My Schema"."sta te",
  initcond = '(0,"a, b")'
);
comment on aggregate "My Schema"."Su""m"(integer) is 'it''s';
-- ! opens_access
grant execute on function "My Schema"."Su""m"(integer) to anon;
-- ! breaks_clients
create view public.v as
 select "My Schema"."Su""m"(g) as s
   from generate_series(1, 3) g(g);
