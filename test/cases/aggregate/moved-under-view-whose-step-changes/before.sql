create schema "My Schema";
create type "My Schema"."sta te" as (n bigint, t text);
create function "My Schema"."st ep"("My Schema"."sta te", integer) returns "My Schema"."sta te" language sql immutable as $$select row(coalesce(($1).n, 0) + $2, 'x')::"My Schema"."sta te"$$;
create aggregate "My Schema"."Su""m"(integer) (sfunc = "My Schema"."st ep", stype = "My Schema"."sta te", initcond = '(0,"a, b")');
create view public.v as select "My Schema"."Su""m"(g) as s from generate_series(1, 3) as g;
comment on aggregate "My Schema"."Su""m"(integer) is 'it''s';
grant execute on function "My Schema"."Su""m"(integer) to anon;
