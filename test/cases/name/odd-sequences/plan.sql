-- up
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table "Q s"."T"
  alter column b drop default,
  alter column b type integer,
  alter column b drop not null;
-- ! data_loss, breaks_clients
drop sequence "Q s"."T_b_seq";
-- ! blocks_writes
alter sequence "Q s"."T_s_seq"
  as bigint
  minvalue 1
  maxvalue 9223372036854775807;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table "Q s"."T"
  alter column s type bigint;
-- ! blocks_writes, renumbers
alter sequence "Q s"."my seq"
  increment by -5
  minvalue -100
  maxvalue -1
  start with -1
  no cycle
  restart;
select pg_catalog.setval('"Q s"."my seq"', pg_catalog.min("i d")::bigint + (-1 - pg_catalog.min("i d")::bigint) % 5)
from "Q s"."T"
where "i d" >= -100
having pg_catalog.min("i d")::bigint <= -1
  and pg_catalog.min("i d")::bigint + (-1 - pg_catalog.min("i d")::bigint) % 5 <= (select last_value from "Q s"."my seq");
-- ! blocks_writes
alter sequence "Q s"."my seq" owned by none;
-- ! breaks_clients
revoke usage on sequence "Q s"."my seq" from anon;
-- ! opens_access
grant select on sequence "Q s"."my seq" to anon;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table "Q s"."T"
  alter column "i d" type bigint;
create sequence "Q s".other
  owned by "Q s"."T".b;

-- down
-- ! data_loss, breaks_clients
drop sequence "Q s".other;
-- ! blocks_writes
alter sequence "Q s"."T_s_seq"
  as integer
  minvalue 1
  maxvalue 2147483647;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table "Q s"."T"
  alter column s type integer;
-- ! blocks_writes, renumbers
alter sequence "Q s"."my seq"
  increment by 5
  minvalue 1
  maxvalue 100
  start with 1
  cycle
  restart;
select pg_catalog.setval('"Q s"."my seq"', pg_catalog.max("i d")::bigint - (pg_catalog.max("i d")::bigint - 1) % 5)
from "Q s"."T"
where "i d" <= 100
having pg_catalog.max("i d")::bigint >= 1
  and pg_catalog.max("i d")::bigint - (pg_catalog.max("i d")::bigint - 1) % 5 >= (select last_value from "Q s"."my seq");
-- ! blocks_writes
alter sequence "Q s"."my seq" owned by "Q s"."T"."i d";
-- ! breaks_clients
revoke select on sequence "Q s"."my seq" from anon;
-- ! opens_access
grant usage on sequence "Q s"."my seq" to anon;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table "Q s"."T"
  alter column "i d" type integer;
create sequence "Q s"."T_b_seq"
  owned by "Q s"."T".b;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table "Q s"."T"
  alter column b type bigint,
  alter column b set default nextval('"Q s"."T_b_seq"'::regclass),
  alter column b set not null;
select pg_catalog.setval('"Q s"."T_b_seq"', pg_catalog.max(b))
from "Q s"."T"
having pg_catalog.max(b) >= (select last_value from "Q s"."T_b_seq");
