-- up
alter type "F"."t t" add value 'b' after 'a';

-- the next migration
drop function "F".tab(text);
-- ! breaks_clients
drop procedure "F"."pro.c"(integer);
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table "F"."My Table"
  alter column id type bigint,
  add column more text;
create schema "G";
-- ! breaks_clients
create function "F".tab(
  out "x y" bigint,
  inout z text
)
returns record
language plpgsql
as $$begin "x y" := 2; end$$;
-- ! opens_access
create function "G"."do it"(
  "a b" bigint,
  "select" text default 'it''s not'::text,
  variadic "F"."t t"[] default '{}'::"F"."t t"[]
)
returns setof "F"."My Table"
language sql
as $function$ select * from "F"."My Table" where id = "a b" and $2 <> '$$' $function$;
create or replace function "F".caller()
 returns integer
 language sql
begin atomic
 select (count(*))::integer as count
    from "G"."do it"((1)::bigint) "do it"(id, e, more);
end
;
-- ! breaks_clients
drop function "F"."do it"(integer, text, "F"."t t"[]);
-- ! opens_access
create function "G".trg()
returns trigger
language plpgsql
as $$begin return new; end$$;
-- ! blocks_writes
create or replace trigger "t g" before insert on "F"."My Table" for each row execute function "G".trg('a''b', 'c"d');
-- ! breaks_clients
drop function "F".trg();
-- ! opens_access
create procedure "F"."pro.c"(inout a bigint)
language plpgsql
as $$begin a := 1; end$$;
comment on procedure "F"."pro.c"(bigint) is 'p';

-- down
drop function "F".caller();
drop function "F".tab(text);
-- ! breaks_clients
drop function "G"."do it"(bigint, text, "F"."t t"[]);
-- ! breaks_clients
drop procedure "F"."pro.c"(bigint);
alter type "F"."t t" rename to "t t_old";
-- ! fails_on_rows, breaks_clients
create type "F"."t t" as enum (
  'a'
);
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table "F"."My Table"
  alter column id type integer,
  alter column e type "F"."t t" using e::text::"F"."t t",
  drop column more;
-- ! opens_access
create function "F"."do it"(
  "a b" integer,
  "select" text default 'it''s'::text,
  variadic "F"."t t"[] default '{}'::"F"."t t"[]
)
returns setof "F"."My Table"
language sql
as $function$ select * from "F"."My Table" where id = "a b" and $2 <> '$$' $function$;
create function "F".caller()
 returns integer
 language sql
begin atomic
 select (count(*))::integer as count
    from "F"."do it"(1) "do it"(id, e);
end
;
grant execute on function "F".caller() to anon;
-- ! breaks_clients
create function "F".tab(
  out "x y" integer,
  inout z text
)
returns record
language plpgsql
as $$begin "x y" := 1; end$$;
-- ! opens_access
create function "F".trg()
returns trigger
language plpgsql
as $$begin return new; end$$;
-- ! blocks_writes
create or replace trigger "t g" before insert on "F"."My Table" for each row execute function "F".trg('a''b', 'c"d');
-- ! breaks_clients
drop function "G".trg();
-- ! breaks_clients
drop schema "G";
-- ! opens_access
create procedure "F"."pro.c"(inout a integer)
language plpgsql
as $$begin a := 1; end$$;
comment on procedure "F"."pro.c"(integer) is 'p';
drop type "F"."t t_old";
