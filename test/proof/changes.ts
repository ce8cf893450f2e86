/** Something of everything, for the changes below. */
export const ground = `
  create schema s;
  create type s.mood as enum ('bad', 'good');
  create domain s.short as text constraint short_check check (octet_length(value) < 10);
  create type s.pair as (a integer, b text);
  create sequence s.counter;
  create table s.base (
    id bigint generated always as identity constraint base_pkey primary key,
    name text not null default 'x',
    mood s.mood,
    twice bigint generated always as (length(name) * 2) stored
  );
  create table s.child (
    id bigint constraint child_pkey primary key,
    base_id bigint constraint child_base_id_fkey references s.base,
    note varchar(20),
    constraint child_id_check check (id > 0)
  );
  create index child_base_id_idx on s.child (base_id);
  create index child_note_idx on s.child (lower(note));
  create table s.parts (id integer, day date) partition by range (day);
  create table s.part_1 partition of s.parts for values from ('2026-01-01') to ('2027-01-01');
  create function s.f(a integer) returns integer language sql immutable return a + 1;
  create function s.touch() returns trigger language plpgsql as 'begin return new; end';
  create view s.seen as select id, name from s.base;
  create materialized view s.kept as select id from s.base;
  create trigger touch before update on s.base for each row execute function s.touch();
  create policy p on s.base for select to anon using (id > 0);
  create publication pub for table s.base;
  create rule r as on update to s.child do also nothing;
  create statistics s.stats (dependencies) on id, base_id from s.child;
  create function s.ev() returns event_trigger language plpgsql as 'begin end';
  create event trigger ev on ddl_command_end execute function s.ev();
  create text search configuration s.conf (copy = pg_catalog.simple);
  create foreign data wrapper w;
  create server far foreign data wrapper w options (host 'a');
  create user mapping for postgres server far options (password 'opensesame');
  create subscription sub connection 'host=a password=opensesame' publication pub with (connect = false);
  select pg_catalog.lo_create(4242);
  comment on table s.base is 'one';
  comment on function pg_catalog.now() is 'the time';
`

/** Changes to the ground, one by one, each with the object that must be named: `a | b` where versions call it otherwise. */
export const changes: readonly (readonly [change: string, object: string])[] = [
  // schemas, rights, owners, comments
  ['create schema other', 'schema other'],
  ['grant create on schema public to anon', 'schema public'],
  ['revoke usage on schema public from anon', 'schema public'],
  ["comment on schema public is 'other'", 'schema public'],
  ['alter schema s owner to postgres', 'schema s'],
  ['grant insert on s.base to anon', 'table s.base'],
  ['grant select on s.base to anon with grant option', 'table s.base'],
  ['grant select (name) on s.base to anon', 'column s.base.name'],
  ['grant update on sequence s.base_id_seq to anon', 'sequence s.base_id_seq'],
  ['grant execute on function s.f(integer) to anon', 'function s.f(integer)'],
  ['revoke execute on function s.f(integer) from public', 'function s.f(integer)'],
  ['revoke usage on type s.mood from public', 'type s.mood'],
  ['grant usage on foreign data wrapper w to anon', 'foreign-data wrapper w'],
  ['grant usage on foreign server far to anon', 'server far'],
  ['grant select on large object 4242 to anon', 'large object 4242'],
  ['alter table s.base owner to postgres', 'table s.base'],
  ['alter function s.f(integer) owner to postgres', 'function s.f(integer)'],
  [
    'alter default privileges in schema s grant select on tables to anon',
    'default acl for role supabase_admin in schema s on tables',
  ],
  [
    'alter default privileges for role postgres revoke execute on functions from public',
    'default acl for role postgres on functions',
  ],
  ["comment on table s.base is 'two'", 'table s.base'],
  ['comment on table s.base is null', 'table s.base'],
  ["comment on column s.base.name is 'x'", 'table column s.base.name'],
  ["comment on trigger touch on s.base is 'x'", 'trigger touch on s.base'],
  ["comment on policy p on s.base is 'x'", 'policy p on s.base'],
  [
    "comment on constraint child_id_check on s.child is 'x'",
    'table constraint child_id_check on s.child',
  ],
  ["comment on large object 4242 is 'x'", 'large object 4242'],
  // what PostgreSQL itself brought
  ["comment on function pg_catalog.now() is 'another'", 'function pg_catalog.now()'],
  ['comment on function pg_catalog.now() is null', 'function pg_catalog.now()'],
  [
    'comment on function pg_catalog.clock_timestamp() is null',
    'function pg_catalog.clock_timestamp()',
  ],
  ['revoke execute on function pg_catalog.now() from public', 'function pg_catalog.now()'],
  ['grant execute on function pg_catalog.now() to anon', 'function pg_catalog.now()'],
  ['grant select on pg_catalog.pg_authid to anon', 'table pg_catalog.pg_authid'],
  ['grant select (rolpassword) on pg_catalog.pg_authid to anon', 'column pg_authid.rolpassword'],
  ['grant usage on language plpgsql to anon', 'language plpgsql'],
  ['revoke usage on language sql from public', 'language sql'],
  ['revoke usage on type pg_catalog.int4 from public', 'type integer'],
  ['grant create on schema pg_catalog to anon', 'schema pg_catalog'],
  ['alter function pg_catalog.now() cost 7', 'function pg_catalog.now()'],
  ['drop extension plpgsql cascade', 'extension plpgsql'],
  [
    'drop text search configuration pg_catalog.danish',
    'text search configuration pg_catalog.danish',
  ],
  // the database
  ['grant connect on database "@" to anon', 'database'],
  ['revoke temporary on database "@" from public', 'database'],
  ['comment on database "@" is $$x$$', 'database'],
  ['alter database "@" owner to supabase_admin', 'database'],
  ['alter database "@" connection limit 7', 'database'],
  ['alter database "@" set work_mem = \'7MB\'', 'database'],
  ['alter role anon in database "@" set work_mem = \'7MB\'', 'database, for role anon'],
  // types
  ["alter type s.mood add value 'best' before 'bad'", 'label s.mood.best'],
  ["alter type s.mood add value 'best' before 'bad'", 'label s.mood.bad'],
  ["alter type s.mood rename value 'bad' to 'worse'", 'label s.mood.worse'],
  ['alter type s.pair add attribute c date', 'column s.pair.c'],
  ['create type s.span as range (subtype = integer)', 'type s.span'],
  [
    'alter domain s.short add constraint extra check (value <> $$$$)',
    'domain constraint extra on s.short',
  ],
  [
    "alter domain s.short drop constraint short_check; alter domain s.short add constraint short_check check (value <> '')",
    'domain constraint short_check on s.short',
  ],
  ["alter domain s.short set default 'z'", 'type s.short'],
  ['alter domain s.short set not null', 'type s.short'],
  // tables and columns
  ['create table s.heir () inherits (s.child)', 'table s.heir'],
  [
    'create table s.heir () inherits (s.child); alter table s.heir no inherit s.child',
    'table s.heir',
  ],
  ['alter table s.base add column later text', 'column s.base.later'],
  ['alter table s.base drop column twice', 'column s.base.twice'],
  ['alter table s.child alter column note type varchar(30)', 'column s.child.note'],
  ['alter table s.child alter column note type varchar(20) collate "C"', 'column s.child.note'],
  ["alter table s.base alter column name set default 'y'", 'default value for s.base.name'],
  ['alter table s.base alter column name drop not null', 'column s.base.name'],
  [
    'alter table s.base drop column twice, add column twice bigint generated always as (length(name) * 3) stored',
    'default value for s.base.twice',
  ],
  ['alter table s.base alter column twice drop expression', 'column s.base.twice'],
  ['alter table s.base alter column id set generated by default', 'column s.base.id'],
  ['alter table s.base alter column id set increment 5', 'sequence s.base_id_seq'],
  ['alter table s.base alter column name set statistics 500', 'column s.base.name'],
  ['alter table s.base alter column name set (n_distinct = 7)', 'column s.base.name'],
  ['alter table s.base alter column name set storage external', 'column s.base.name'],
  ['alter table s.base alter column name set compression pglz', 'column s.base.name'],
  ['alter table s.base replica identity full', 'table s.base'],
  [
    'alter table s.base alter column id set not null, replica identity using index base_pkey',
    'index s.base_pkey',
  ],
  ['alter table s.base set (fillfactor = 50)', 'table s.base'],
  ['alter table s.base set (toast.autovacuum_enabled = false)', 'table s.base'],
  ['alter table s.base cluster on base_pkey', 'index s.base_pkey'],
  ['alter table s.child set unlogged', 'table s.child'],
  ['alter table s.child enable row level security', 'table s.child'],
  ['alter table s.base force row level security', 'table s.base'],
  ['create table s.of_type of s.pair', 'table s.of_type'],
  ['alter table s.parts detach partition s.part_1', 'table s.part_1'],
  [
    "alter table s.parts detach partition s.part_1; alter table s.parts attach partition s.part_1 for values from ('2025-01-01') to ('2027-01-01')",
    'table s.part_1',
  ],
  ['create table s.rest partition of s.parts default', 'table s.rest'],
  [
    'drop table s.parts cascade; create table s.parts (id integer, day date) partition by list (day)',
    'table s.parts',
  ],
  // constraints and indexes
  [
    'alter table s.child alter constraint child_base_id_fkey deferrable',
    'table constraint child_base_id_fkey on s.child',
  ],
  [
    'alter table s.child drop constraint child_base_id_fkey, add constraint child_base_id_fkey foreign key (base_id) references s.base on delete cascade',
    'table constraint child_base_id_fkey on s.child',
  ],
  [
    'alter table s.child drop constraint child_base_id_fkey, add constraint child_base_id_fkey foreign key (base_id) references s.base not valid',
    'table constraint child_base_id_fkey on s.child',
  ],
  [
    'alter table s.child add constraint extra check (id < 9) not valid',
    'table constraint extra on s.child',
  ],
  [
    'alter table s.child drop constraint child_id_check, add constraint child_id_check check (id > 1)',
    'table constraint child_id_check on s.child',
  ],
  [
    'alter table s.child rename constraint child_id_check to other',
    'table constraint other on s.child',
  ],
  [
    'alter table s.child add constraint only_one exclude using btree (id with =)',
    'table constraint only_one on s.child',
  ],
  ['create index extra on s.child (id) where base_id > 0', 'index s.extra'],
  [
    'drop index s.child_base_id_idx; create index child_base_id_idx on s.child (base_id) where base_id > 0',
    'index s.child_base_id_idx',
  ],
  [
    'drop index s.child_base_id_idx; create index child_base_id_idx on s.child (base_id desc)',
    'index s.child_base_id_idx',
  ],
  [
    'drop index s.child_base_id_idx; create index child_base_id_idx on s.child using hash (base_id)',
    'index s.child_base_id_idx',
  ],
  [
    'drop index s.child_base_id_idx; create index child_base_id_idx on s.child (base_id) include (id)',
    'index s.child_base_id_idx',
  ],
  [
    'drop index s.child_note_idx; create index child_note_idx on s.child (lower(note) text_pattern_ops)',
    'index s.child_note_idx',
  ],
  [
    'drop index s.child_note_idx; create index child_note_idx on s.child (lower(note) collate "C")',
    'index s.child_note_idx',
  ],
  [
    'drop index s.child_note_idx; create index child_note_idx on s.child (upper(note))',
    'index s.child_note_idx',
  ],
  ['alter index s.child_note_idx alter column 1 set statistics 500', 'index s.child_note_idx'],
  ['alter index s.child_note_idx set (fillfactor = 50)', 'index s.child_note_idx'],
  // sequences
  ['alter sequence s.counter owned by s.base.name', 'sequence s.counter'],
  ['alter sequence s.counter cycle', 'sequence s.counter'],
  ['alter sequence s.counter as integer', 'sequence s.counter'],
  // views and rules
  ['alter view s.seen set (security_invoker = true)', 'view s.seen'],
  [
    'create or replace view s.seen as select id, upper(name) as name from s.base',
    'rule "_RETURN" on s.seen',
  ],
  [
    "create or replace view s.seen as select id, name from s.base where name <> '' with check option",
    'view s.seen',
  ],
  ["alter view s.seen alter column name set default 'x'", 'default value for s.seen.name'],
  ['refresh materialized view s.kept with no data', 'materialized view s.kept'],
  ['alter table s.child disable rule r', 'rule r on s.child'],
  [
    'create or replace rule r as on update to s.child where new.id > 3 do also nothing',
    'rule r on s.child',
  ],
  // routines and triggers
  [
    'create or replace function s.f(a integer) returns integer language sql immutable return a + 2',
    'function s.f(integer)',
  ],
  [
    "create or replace function s.touch() returns trigger language plpgsql as 'begin return null; end'",
    'function s.touch()',
  ],
  [
    'create or replace function s.f(a integer default 4) returns integer language sql immutable return a + 1',
    'function s.f(integer)',
  ],
  [
    'drop function s.f(integer); create function s.f(b integer) returns integer language sql immutable return b + 1',
    'function s.f(integer)',
  ],
  ['alter function s.f(integer) volatile', 'function s.f(integer)'],
  ['alter function s.f(integer) parallel safe', 'function s.f(integer)'],
  ["alter function s.f(integer) set search_path = ''", 'function s.f(integer)'],
  ['alter function s.f(integer) security definer', 'function s.f(integer)'],
  ['create procedure s.proc() language sql as $$select 1$$', 'procedure s.proc()'],
  [
    'create aggregate s.total (integer) (sfunc = pg_catalog.int4pl, stype = integer)',
    'aggregate s.total(integer)',
  ],
  ['alter table s.base disable trigger touch', 'trigger touch on s.base'],
  ['alter table s.base enable always trigger touch', 'trigger touch on s.base'],
  [
    'alter table s.child disable trigger all',
    'internal trigger "RI_FKey_check_ins" of child_base_id_fkey on s.child on s.child',
  ],
  [
    'create or replace trigger touch before update of name on s.base for each row execute function s.touch()',
    'trigger touch on s.base',
  ],
  [
    'create or replace trigger touch before update on s.base for each row when (old.id > 3) execute function s.touch()',
    'trigger touch on s.base',
  ],
  [
    "create or replace trigger touch before update on s.base for each row execute function s.touch('x')",
    'trigger touch on s.base',
  ],
  ['alter event trigger ev disable', 'event trigger ev'],
  [
    "drop event trigger ev; create event trigger ev on ddl_command_end when tag in ('CREATE TABLE') execute function s.ev()",
    'event trigger ev',
  ],
  // policies
  ['alter policy p on s.base to authenticated', 'policy p on s.base'],
  ['alter policy p on s.base to public', 'policy p on s.base'],
  ['alter policy p on s.base using (id > 1)', 'policy p on s.base'],
  [
    'drop policy p on s.base; create policy p on s.base as restrictive for select to anon using (id > 0)',
    'policy p on s.base',
  ],
  [
    'drop policy p on s.base; create policy p on s.base for delete to anon using (id > 0)',
    'policy p on s.base',
  ],
  // publications and subscriptions
  ['alter publication pub add table s.child', 'publication relation s.child in publication pub'],
  ['alter publication pub set table s.base (id)', 'publication relation s.base in publication pub'],
  [
    'alter publication pub set table s.base where (id > 3)',
    'publication relation s.base in publication pub',
  ],
  ["alter publication pub set (publish = 'insert')", 'publication pub'],
  ['alter publication pub set (publish_via_partition_root = true)', 'publication pub'],
  [
    'create publication whole for tables in schema s',
    'publication namespace s in publication whole',
  ],
  ['alter subscription sub set publication other with (refresh = false)', 'subscription sub'],
  ["alter subscription sub connection 'host=b password=opensesame'", 'subscription sub'],
  // extensions
  ['create extension citext schema s', 'extension citext'],
  ['alter extension plpgsql add function s.f(integer)', 'function s.f(integer)'],
  ['alter function s.f(integer) depends on extension plpgsql', 'function s.f(integer)'],
  // foreign data
  ["alter server far options (set host 'b')", 'server far'],
  [
    "alter user mapping for postgres server far options (set password 'other')",
    'user mapping postgres on server far',
  ],
  ['create user mapping for anon server far', 'user mapping anon on server far'],
  ["alter foreign data wrapper w options (add x 'y')", 'foreign-data wrapper w'],
  [
    "create foreign table s.away (id integer options (k 'v')) server far options (t 'x')",
    'foreign table s.away',
  ],
  // the rest
  ['alter statistics s.stats set statistics 500', 'statistics object s.stats'],
  [
    'drop statistics s.stats; create statistics s.stats (ndistinct) on id, base_id from s.child',
    'statistics object s.stats',
  ],
  [
    'drop statistics s.stats; create statistics s.stats (dependencies) on id, note from s.child',
    'statistics object s.stats',
  ],
  [
    'alter text search configuration s.conf drop mapping for email',
    'text search configuration s.conf',
  ],
  [
    'create text search dictionary s.dict (template = pg_catalog.simple)',
    'text search dictionary s.dict',
  ],
  [
    'create text search parser s.parser (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype)',
    'text search parser s.parser',
  ],
  [
    'create text search template s.template (lexize = dsimple_lexize)',
    'text search template s.template',
  ],
  ['create cast (s.mood as integer) with inout', 'cast (s.mood AS integer)'],
  [
    'create operator s.+! (leftarg = integer, rightarg = integer, function = pg_catalog.int4pl)',
    'operator s.+!(integer,integer)',
  ],
  ['create operator family s.fam using btree', 'operator family s.fam USING btree'],
  [
    'create operator class s.ops for type s.mood using hash as function 1 pg_catalog.hashenum(anyenum)',
    'operator class s.ops USING hash',
  ],
  ['create collation s.c (provider = icu, locale = $$und$$)', 'collation s.c'],
  [
    'create conversion s.conv for $$LATIN1$$ to $$UTF8$$ from pg_catalog.iso8859_1_to_utf8',
    'conversion s.conv',
  ],
  ['create language other handler pg_catalog.plpgsql_call_handler', 'language other'],
  [
    'create transform for integer language plpgsql (from sql with function pg_catalog.prsd_lextype(internal))',
    'transform for integer language plpgsql | transform for integer on language plpgsql',
  ],
  [
    'create access method am type table handler pg_catalog.heap_tableam_handler',
    'access method am',
  ],
  ['select pg_catalog.lo_create(4343)', 'large object 4343'],
]

/** Changes after which a database is what it was. */
export const detours: readonly (readonly [what: string, change: string])[] = [
  ['rows', "insert into s.base (name) values ('a'), ('b'); delete from s.base where name = 'a'"],
  ['statistics', 'analyze s.base, s.child'],
  [
    'a table dropped and made again',
    "drop table s.parts cascade; create table s.parts (id integer, day date) partition by range (day); create table s.part_1 partition of s.parts for values from ('2026-01-01') to ('2027-01-01')",
  ],
  [
    'a function dropped and made again',
    'drop function s.f(integer); create function s.f(a integer) returns integer language sql immutable return a + 1',
  ],
  [
    'a column added and dropped',
    'alter table s.base add column gone text; alter table s.base drop column gone',
  ],
  [
    'a table renamed to and fro',
    'alter table s.child rename to x; alter table s.x rename to child',
  ],
  [
    'a type whose array type has lost its name on the way',
    'create type s._mood as enum (); drop type s._mood',
  ],
  [
    'a right granted and revoked',
    'grant select on s.base to anon; revoke select on s.base from anon',
  ],
  [
    'a right on a column granted and revoked',
    'grant select (id) on s.base to anon; revoke select (id) on s.base from anon',
  ],
  [
    'default privileges made and taken back',
    'alter default privileges in schema s grant select on tables to anon; alter default privileges in schema s revoke select on tables from anon',
  ],
  [
    'a comment written and taken away',
    "comment on table s.child is 'x'; comment on table s.child is null",
  ],
  [
    'a built-in right revoked and granted',
    'revoke execute on function pg_catalog.now() from public; grant execute on function pg_catalog.now() to public',
  ],
  [
    'a built-in comment written and written back',
    "comment on function pg_catalog.now() is null; comment on function pg_catalog.now() is 'the time'",
  ],
  [
    'a right on a schema granted and revoked',
    'grant create on schema public to anon; revoke create on schema public from anon',
  ],
  [
    'a right on the database granted and revoked',
    'grant create on database "@" to anon; revoke create on database "@" from anon',
  ],
  [
    'a setting of the database made and reset',
    'alter database "@" set work_mem = \'7MB\'; alter database "@" reset work_mem',
  ],
  ['an index made and dropped', 'create index extra on s.child (id); drop index s.extra'],
  ['an index built anew', 'reindex table s.child'],
  [
    'options set and reset',
    'alter table s.child set (fillfactor = 50); alter table s.child reset (fillfactor)',
  ],
  [
    'a rewrite',
    'alter table s.child alter column base_id type integer; alter table s.child alter column base_id type bigint',
  ],
  ['where a sequence stands', "select pg_catalog.nextval('s.counter')"],
  [
    'large rows',
    'insert into s.base (name) select pg_catalog.repeat(pg_catalog.md5(i::text), 5000) from pg_catalog.generate_series(1, 3) as i',
  ],
  ['tables of a session alone', 'create temporary table mine (id serial primary key, t text)'],
]

/** The same, written in two orders: databases that were made by the one and by the other are equal. */
export const twoOrders: readonly (readonly [what: string, one: string, other: string])[] = [
  [
    'storage parameters',
    'alter table s.child set (fillfactor = 50); alter table s.child set (autovacuum_enabled = false)',
    'alter table s.child set (autovacuum_enabled = false); alter table s.child set (fillfactor = 50)',
  ],
  [
    'settings of a function',
    "alter function s.f(integer) set work_mem = '7MB'; alter function s.f(integer) set search_path = ''",
    "alter function s.f(integer) set search_path = ''; alter function s.f(integer) set work_mem = '7MB'",
  ],
  [
    'the roles of a policy',
    'alter policy p on s.base to anon, authenticated',
    'alter policy p on s.base to authenticated, anon',
  ],
  [
    'rights',
    'grant select on s.base to anon; grant select on s.base to authenticated',
    'grant select on s.base to authenticated; grant select on s.base to anon',
  ],
  [
    'types and tables whose array types want the same name',
    'create table s.thing (); create type s._thing as enum (); create table s._child ()',
    'create type s._thing as enum (); create table s._child (); create table s.thing ()',
  ],
  [
    'partitions that a foreign key points to',
    `create table s.k (id integer primary key) partition by list (id);
     create table s.k1 partition of s.k for values in (1) partition by list (id);
     create table s.k11 partition of s.k1 for values in (1);
     create table s.k2 partition of s.k for values in (2);
     create table s.ref (id integer constraint ref_fkey references s.k) partition by list (id);
     create table s.ref1 partition of s.ref for values in (1);
     create table s.ref2 partition of s.ref for values in (2);`,
    `create table s.k (id integer primary key) partition by list (id);
     create table s.ref (id integer constraint ref_fkey references s.k) partition by list (id);
     create table s.ref2 partition of s.ref for values in (2);
     create table s.k2 partition of s.k for values in (2);
     create table s.k1 partition of s.k for values in (1) partition by list (id);
     create table s.k11 partition of s.k1 for values in (1);
     create table s.ref1 partition of s.ref for values in (1);`,
  ],
]
