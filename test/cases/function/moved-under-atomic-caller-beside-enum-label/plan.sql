-- up
alter type "F"."t t" add value 'b' after 'a';

-- the next migration
drop function "F".tab(text);
-- ! breaks_clients
drop procedure "F"."pro.c"(integer);
-- ! blocks_reads
drop trigger "t g" on "F"."My Table";
-- ! breaks_clients
drop function "F".trg();
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table "F"."My Table"
  alter column id type bigint;
-- ! blocks_reads
alter table "F"."My Table"
  add column more text;
create schema "G";
revoke all on schema "G" from anon;
-- ! breaks_clients
create function "F".tab(
  out "x y" bigint,
  inout z text
)
returns record
language plpgsql
as $$begin "x y" := 2; end$$;
revoke all on function "F".tab(text) from public, anon;
grant execute on function "F".tab(text) to public;
create function "G"."do it"(
  "a b" bigint,
  "select" text default 'it''s not'::text,
  variadic "F"."t t"[] default '{}'::"F"."t t"[]
)
returns setof "F"."My Table"
language sql
as $function$ select * from "F"."My Table" where id = "a b" and $2 <> '$$' $function$;
revoke all on function "G"."do it"(bigint, text, "F"."t t"[]) from public, anon;
-- ! opens_access
grant execute on function "G"."do it"(bigint, text, "F"."t t"[]) to public;
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
create function "G".trg()
returns trigger
language plpgsql
as $$begin return new; end$$;
revoke all on function "G".trg() from public, anon;
-- ! opens_access
grant execute on function "G".trg() to public;
create procedure "F"."pro.c"(inout a bigint)
language plpgsql
as $$begin a := 1; end$$;
comment on procedure "F"."pro.c"(bigint) is 'p';
revoke all on procedure "F"."pro.c"(bigint) from public, anon;
-- ! opens_access
grant execute on procedure "F"."pro.c"(bigint) to public;
-- ! blocks_writes
create trigger "t g" before insert on "F"."My Table" for each row execute function "G".trg('a''b', 'c"d');

-- down
drop function "F".caller();
drop function "F".tab(text);
-- ! breaks_clients
drop function "G"."do it"(bigint, text, "F"."t t"[]);
-- ! breaks_clients
drop procedure "F"."pro.c"(bigint);
-- ! blocks_reads
drop trigger "t g" on "F"."My Table";
-- ! breaks_clients
drop function "G".trg();
-- ! breaks_clients
drop schema "G";
-- ! rewrite, scan, blocks_reads
alter table "F"."My Table"
  alter column e type text using e::text;
drop type "F"."t t";
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table "F"."My Table"
  alter column id type integer;
-- ! fails_on_rows, breaks_clients
create type "F"."t t" as enum (
  'a'
);
revoke all on type "F"."t t" from public, anon;
grant usage on type "F"."t t" to public;
-- ! rewrite, scan, blocks_reads
alter table "F"."My Table"
  alter column e type "F"."t t" using e::"F"."t t";
-- ! data_loss, blocks_reads, breaks_clients
alter table "F"."My Table"
  drop column more;
create function "F"."do it"(
  "a b" integer,
  "select" text default 'it''s'::text,
  variadic "F"."t t"[] default '{}'::"F"."t t"[]
)
returns setof "F"."My Table"
language sql
as $function$ select * from "F"."My Table" where id = "a b" and $2 <> '$$' $function$;
revoke all on function "F"."do it"(integer, text, "F"."t t"[]) from public, anon;
-- ! opens_access
grant execute on function "F"."do it"(integer, text, "F"."t t"[]) to public;
create function "F".caller()
 returns integer
 language sql
begin atomic
 select (count(*))::integer as count
    from "F"."do it"(1) "do it"(id, e);
end
;
revoke all on function "F".caller() from public, anon;
grant execute on function "F".caller() to anon;
grant execute on function "F".caller() to public;
-- ! breaks_clients
create function "F".tab(
  out "x y" integer,
  inout z text
)
returns record
language plpgsql
as $$begin "x y" := 1; end$$;
revoke all on function "F".tab(text) from public, anon;
grant execute on function "F".tab(text) to public;
create function "F".trg()
returns trigger
language plpgsql
as $$begin return new; end$$;
revoke all on function "F".trg() from public, anon;
-- ! opens_access
grant execute on function "F".trg() to public;
create procedure "F"."pro.c"(inout a integer)
language plpgsql
as $$begin a := 1; end$$;
comment on procedure "F"."pro.c"(integer) is 'p';
revoke all on procedure "F"."pro.c"(integer) from public, anon;
-- ! opens_access
grant execute on procedure "F"."pro.c"(integer) to public;
-- ! blocks_writes
create trigger "t g" before insert on "F"."My Table" for each row execute function "F".trg('a''b', 'c"d');
