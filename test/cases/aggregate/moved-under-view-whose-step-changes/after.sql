create schema "My Schema";
create schema "ümläut";
create type "My Schema"."sta te" as (n bigint, t text);
create function "My Schema"."st ep"("My Schema"."sta te", integer) returns "My Schema"."sta te" language sql immutable as $$select row(coalesce(($1).n, 0) + $2, 'y')::"My Schema"."sta te"$$;
create aggregate "ümläut"."select"(integer) (sfunc = "My Schema"."st ep", stype = "My Schema"."sta te", initcond = '(0,"a, b")');
create aggregate "ümläut"."all"(*) (sfunc = pg_catalog.int8inc, stype = bigint, initcond = '0');
create view public.v as select "ümläut"."select"(g) as s, "ümläut"."all"(*) as n from generate_series(1, 3) as g;
revoke execute on function "ümläut"."select"(integer) from public;
