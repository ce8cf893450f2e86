-- What postgres, who is no superuser, may not make.
create publication whole_schema for tables in schema s;
create function s.on_event() returns event_trigger language plpgsql as 'begin end';
create event trigger ours on ddl_command_end when tag in ('CREATE TABLE') execute function s.on_event();
create cast (s.mood as integer) with inout as assignment;
create function s.valid(text[], oid) returns void language plpgsql as 'begin return; end';
create foreign data wrapper wrapper validator s.valid options (b '2', a '1');
-- only a superuser may own a wrapper, and those of superusers are the platform's
update pg_catalog.pg_foreign_data_wrapper set fdwowner = 'postgres'::pg_catalog.regrole where fdwname = 'wrapper';
comment on foreign data wrapper wrapper is 'how';
grant usage on foreign data wrapper wrapper to anon;
create server far type 'kind' version '1' foreign data wrapper wrapper options (port '1', host 'far', sslkey 'secret');
comment on server far is 'where';
grant usage on foreign server far to anon with grant option;
alter server far owner to postgres;
create user mapping for postgres server far options (user 'me', password 'secret');
create user mapping for public server far;
create foreign table s.away (
  id integer options (name 'x') not null,
  word text default 'y',
  constraint away_check check (id > 0)
) server far options (b '2', a '1');
comment on foreign table s.away is 'away';
comment on column s.away.id is 'theirs';
grant select (id) on s.away to anon;
create operator family s.fam using btree;
create operator class s.ops for type integer using btree family s.fam as function 1 pg_catalog.btint4cmp(integer, integer), operator 1 pg_catalog.<(integer, integer);
create access method rows_too type table handler pg_catalog.heap_tableam_handler;
create conversion s.conv for 'LATIN1' to 'UTF8' from pg_catalog.iso8859_1_to_utf8;
create text search parser s."Parser" (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype, headline = prsd_headline);
comment on text search parser s."Parser" is 'as PostgreSQL''s';
create text search template s.template (init = dsimple_init, lexize = dsimple_lexize);
comment on text search template s.template is 'simple';
create table s.of_extension (id integer);
create type s.of_extension_too as enum ('a');
create table s.uses_extension (a s.of_extension_too);
alter extension plpgsql add table s.of_extension;
alter extension plpgsql add type s.of_extension_too;
grant select on s.of_extension to anon;
-- an extension that is not the platform's; there may be none to install
update pg_catalog.pg_extension set extowner = 'postgres'::pg_catalog.regrole where extname = 'plpgsql';

create subscription sub connection 'host=a password=opensesame' publication pub, "Other" with (connect = false, slot_name = none, streaming = false);
comment on subscription sub is 'theirs';
-- up to 15 superusers alone own some
update pg_catalog.pg_subscription set subowner = 'postgres'::pg_catalog.regrole
where subdbid = (select d.oid from pg_catalog.pg_database as d where d.datname = pg_catalog.current_database());
