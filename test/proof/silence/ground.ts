/** Something of everything that an owner makes who is no superuser: what the edits change, one at a time. */
export const ground = `
  create schema s;
  create schema aside;
  create type s.mood as enum ('bad', 'good');
  create type s.level as enum ('low', 'high');
  create domain s.short as varchar(20) constraint short_check check (octet_length(value) < 10);
  create domain s.free as text;
  create type s.pair as (a integer, b text);
  create type s.span as range (subtype = integer);
  create type s.words as range (subtype = text, collation = "C");
  create function s.gap(a numeric, b numeric) returns double precision language sql immutable return a - b;
  create sequence s.counter;
  create table s.base (
    id bigint generated always as identity constraint base_pkey primary key,
    name text not null default 'x',
    note varchar(20),
    list integer[],
    twice bigint generated always as (octet_length(name) * 2) stored
  );
  create unique index base_name_key on s.base (name);
  create table s.child (
    id bigint constraint child_pkey primary key,
    base_id bigint constraint child_base_id_fkey references s.base,
    other_id bigint,
    note varchar(20),
    room int4range,
    mood s.mood,
    constraint child_id_check check (id > 0),
    constraint child_note_key unique (note),
    constraint child_room_excl exclude using gist (room with &&),
    constraint child_pair_fkey foreign key (base_id) references s.base on delete set null
  );
  create index child_base_id_idx on s.child (base_id);
  create index child_note_idx on s.child (lower(note));
  create table s.heir (id bigint, base_id bigint, other_id bigint, note varchar(20), room int4range, mood s.mood);
  create table s.free_heir () inherits (s.heir);
  create table s.parts (id integer, day date) partition by range (day);
  create table s.part_1 partition of s.parts for values from ('2026-01-01') to ('2027-01-01');
  create table s.lone (id integer, day date);
  create unique index lone_idx on s.lone (id);
  create table s.mother (id integer);
  create table s.father (note text);
  create table s.twin () inherits (s.mother, s.father);
  create extension citext schema s version '1.4';
  create function s.f(a integer) returns integer language sql immutable return a + 1;
  create function s.text_body(a integer) returns integer language sql as 'select a';
  create function s.many(a integer) returns setof integer language sql as 'select a';
  create function s.arr(a integer[]) returns integer language sql as 'select 1';
  create function s.touch() returns trigger language plpgsql as 'begin return new; end';
  create function s.touch_too() returns trigger language plpgsql as 'begin return new; end';
  create function s.add(a integer, b integer) returns integer language sql immutable return a + b;
  create function s.less(a integer, b integer) returns boolean language sql immutable return a < b;
  create aggregate s.total (integer) (sfunc = s.add, stype = integer);
  create view s.seen as select id, name from s.base;
  create materialized view s.kept as select id, name from s.base;
  create trigger touch before update on s.base for each row execute function s.touch();
  create constraint trigger later after update on s.child for each row execute function s.touch();
  create trigger after_all after update on s.child referencing new table as new_rows old table as old_rows
    for each statement execute function s.touch();
  create policy p on s.base for select to anon using (id > 0);
  create policy w on s.base for update to anon using (true) with check (id > 0);
  create publication pub for table s.base;
  create rule r as on update to s.child do also nothing;
  create statistics s.stats (dependencies) on id, base_id from s.child;
  create text search dictionary s.dict (template = pg_catalog.simple);
  create text search configuration s.conf (copy = pg_catalog.simple);
  create collation s.coll (provider = icu, locale = 'und');
  create conversion s.conv for 'LATIN1' to 'UTF8' from pg_catalog.iso8859_1_to_utf8;
  create operator s.+! (leftarg = integer, rightarg = integer, function = s.add);
  create operator s.<! (leftarg = integer, rightarg = integer, function = s.less);
  create cast (s.mood as integer) with inout;
  comment on table s.base is 'one';
  alter default privileges in schema s grant select on tables to anon;
  select pg_catalog.lo_create(4242);
`

/** What only a superuser makes. */
export const higherGround = `
  create function s.ev() returns event_trigger language plpgsql as 'begin end';
  create event trigger ev on ddl_command_end execute function s.ev();
  create foreign data wrapper w;
  create server far foreign data wrapper w options (host 'a');
  create user mapping for postgres server far options (password 'opensesame');
  create foreign table s.away (id integer options (k 'v')) server far options (t 'x');
  create operator family s.fam using btree;
  alter operator family s.fam using btree add operator 1 s.<! (integer, integer), function 1 (integer, integer) pg_catalog.btint4cmp;
  create operator family s.hashes using hash;
  create operator class s.ops for type s.mood using hash family s.hashes as function 1 pg_catalog.hashenum(anyenum);
  create operator class s.gins for type integer[] using gin as
    operator 1 pg_catalog.&& (anyarray, anyarray),
    function 1 (integer[], integer[]) pg_catalog.btint4cmp,
    function 2 pg_catalog.ginarrayextract(anyarray, internal, internal),
    function 3 pg_catalog.ginqueryarrayextract(anyarray, internal, smallint, internal, internal, internal, internal),
    function 4 pg_catalog.ginarrayconsistent(internal, smallint, anyarray, integer, internal, internal, internal, internal);
  create function s.c_coded() returns language_handler language c as '$libdir/plpgsql', 'plpgsql_call_handler';
  create language lang handler pg_catalog.plpgsql_call_handler;
  create access method am type table handler pg_catalog.heap_tableam_handler;
  create transform for integer language plpgsql (from sql with function pg_catalog.prsd_lextype(internal));
  create text search parser s.pars (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
  create text search template s.temp (lexize = dsimple_lexize);
  create type s.atom;
  create function s.atom_in(cstring) returns s.atom language internal immutable strict as 'int4in';
  create function s.atom_out(s.atom) returns cstring language internal immutable strict as 'int4out';
  create type s.atom (input = s.atom_in, output = s.atom_out, like = integer);
`

/** Apart, since a database that has a subscription cannot be dropped: whoever makes one takes it away again. */
export const subscription =
  "create subscription sub connection 'host=a password=opensesame' publication pub with (connect = false)"
