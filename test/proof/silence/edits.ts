import { subscription } from './ground.ts'

/** A change of one of two equal databases, and what the planner makes of it. */
export interface Edit {
  /** `"@"` is the name of the database. */
  readonly sql: string
  /** Who makes it; its owner, who is no superuser, when absent. */
  readonly by?: 'superuser'
  /** The first major version that knows it; 15 when absent. */
  readonly since?: number
  /** What there is beside the ground, made by the same user. */
  readonly before?: string
  /**
   * The object that is named (`a | b` where versions call it otherwise) when the edit is refused; absent where it
   * is planned and proved in both directions.
   */
  readonly names?: string
}

/** At least one for each thing that somebody can change in a database, in the order of catalogs. */
export const edits: readonly Edit[] = [
  // pg_namespace
  { sql: 'create schema more' },
  { sql: 'grant usage on schema s to anon' },
  { sql: 'alter schema s owner to supabase_admin', by: 'superuser', names: 'schema s' },
  // pg_proc
  { sql: 'create procedure s.proc() language sql as $$select 1$$' },
  { sql: 'alter function s.f(integer) cost 7' },
  { sql: 'alter function s.many(integer) rows 7' },
  { sql: 'alter function s.f(integer) volatile' },
  { sql: 'alter function s.f(integer) parallel safe' },
  { sql: 'alter function s.f(integer) strict' },
  { sql: 'alter function s.f(integer) security definer' },
  { sql: "alter function s.f(integer) set search_path = ''" },
  { sql: 'revoke execute on function s.f(integer) from public' },
  {
    sql: 'alter function s.f(integer) owner to supabase_admin',
    by: 'superuser',
    names: 'function s.f(integer)',
  },
  { sql: 'alter function s.f(integer) leakproof', by: 'superuser', names: 'function s.f(integer)' },
  {
    sql: 'alter function s.many(integer) support pg_catalog.generate_series_int4_support',
    by: 'superuser',
    names: 'function s.many(integer)',
  },
  {
    sql: 'create or replace function s.f(a integer) returns integer language sql immutable return a + 2',
  },
  {
    sql: "create or replace function s.text_body(a integer) returns integer language sql as 'select a + 1'",
  },
  {
    sql: "create or replace function s.text_body(a integer) returns integer language plpgsql as 'begin return a; end'",
  },
  {
    sql: 'create or replace function s.text_body(a integer default 1) returns integer language sql as $$select a$$',
  },
  {
    sql: "drop function s.text_body(integer); create function s.text_body(b integer) returns integer language sql as 'select $1'",
  },
  {
    sql: "drop function s.text_body(integer); create function s.text_body(a integer) returns text language sql as 'select a'",
  },
  {
    sql: "drop function s.text_body(integer); create function s.text_body(a integer, out b integer, out c integer) language sql as 'select a, a'",
  },
  {
    sql: "drop function s.text_body(integer); create procedure s.text_body(a integer) language sql as 'select a'",
  },
  {
    sql: "drop function s.text_body(integer); create function s.text_body(variadic a integer[]) returns integer language sql as 'select 1'",
  },
  {
    sql: 'create function s.variadic(variadic a integer[]) returns integer language sql as $$select 1$$',
  },
  {
    sql: "create or replace function s.atom_in(cstring) returns s.atom language internal immutable strict as 'int4in' cost 3",
    by: 'superuser',
    names: 'function s.atom_in(cstring)',
  },
  {
    sql: 'create function s.c_coded(integer) returns integer language c as $$$libdir/plpgsql$$, $$plpgsql_call_handler$$',
    by: 'superuser',
    names: 'function s.c_coded(integer)',
  },
  {
    sql: 'create or replace function s.text_body(a integer) returns integer transform for type integer language plpgsql as $$begin return a; end$$',
    by: 'superuser',
  },
  // pg_aggregate
  { sql: 'create aggregate s.sum_up (integer) (sfunc = s.add, stype = integer)' },
  {
    sql: 'create or replace aggregate s.total (integer) (sfunc = s.add, stype = integer, sspace = 9)',
  },
  {
    sql: 'create or replace aggregate s.total (integer) (sfunc = s.add, stype = integer, combinefunc = s.add)',
  },
  {
    sql: "create or replace aggregate s.total (integer) (sfunc = s.add, stype = integer, initcond = '0')",
  },
  {
    sql: 'create or replace aggregate s.total (integer) (sfunc = s.add, stype = integer, finalfunc = s.f, finalfunc_modify = shareable)',
  },
  {
    sql: 'drop aggregate s.total (integer); create aggregate s.total (integer) (sfunc = pg_catalog.int4mi, stype = integer)',
  },
  {
    sql: 'drop aggregate s.total (integer); create function s.add8(bigint, integer) returns bigint language sql as $$select $1 + $2$$; create aggregate s.total (integer) (sfunc = s.add8, stype = bigint)',
  },
  {
    sql: 'create or replace aggregate s.total (integer) (sfunc = s.add, stype = integer, finalfunc = s.add, finalfunc_extra)',
  },
  {
    sql: "create or replace aggregate s.total (integer) (sfunc = s.add, stype = integer, msfunc = s.add, minvfunc = s.add, mstype = integer, msspace = 4, mfinalfunc = s.add, mfinalfunc_extra, mfinalfunc_modify = read_write, minitcond = '0')",
  },
  {
    sql: 'create or replace aggregate s.total (integer) (sfunc = s.add, stype = integer, sortop = operator(pg_catalog.<))',
  },
  {
    sql: 'create or replace aggregate s.total (integer) (sfunc = s.add, stype = integer, parallel = safe)',
  },
  {
    sql: 'create aggregate s.average (numeric) (sfunc = pg_catalog.numeric_avg_accum, stype = internal, finalfunc = pg_catalog.numeric_avg, combinefunc = pg_catalog.numeric_avg_combine, serialfunc = pg_catalog.numeric_avg_serialize, deserialfunc = pg_catalog.numeric_avg_deserialize)',
    by: 'superuser',
    names: 'aggregate s.average(numeric)',
  },
  {
    sql: 'create function s.accum(internal, integer) returns internal language internal as $$int8_avg_accum$$; drop aggregate s.total (integer); create aggregate s.total (integer) (sfunc = s.accum, stype = internal, finalfunc = pg_catalog.numeric_poly_avg, combinefunc = pg_catalog.int8_avg_combine, serialfunc = pg_catalog.int8_avg_serialize, deserialfunc = pg_catalog.int8_avg_deserialize)',
    by: 'superuser',
    names: 'function s.accum(internal, integer)',
  },
  {
    sql: 'create aggregate s.hypo (integer order by integer) (sfunc = pg_catalog.int4mi, stype = integer, hypothetical)',
  },
  {
    sql: 'drop aggregate s.total (integer); create aggregate s.total (order by integer) (sfunc = s.add, stype = integer)',
  },
  { sql: 'alter function s.many(integer) immutable strict parallel restricted' },
  // pg_type
  { sql: "create type s.extra as enum ('a')" },
  { sql: 'create type s.extra as (a integer)' },
  { sql: 'create domain s.extra as integer' },
  { sql: 'create type s.extra as range (subtype = date)' },
  { sql: 'revoke usage on type s.mood from public' },
  { sql: 'alter type s.mood owner to supabase_admin', by: 'superuser', names: 'enum s.mood' },
  { sql: 'alter domain s.short owner to supabase_admin', by: 'superuser', names: 'domain s.short' },
  { sql: 'alter type s.pair owner to supabase_admin', by: 'superuser', names: 'composite s.pair' },
  { sql: 'alter type s.span owner to supabase_admin', by: 'superuser', names: 'range s.span' },
  { sql: "alter domain s.short set default 'z'" },
  { sql: 'alter domain s.short set not null' },
  { sql: 'drop domain s.free; create domain s.free as varchar(30)' },
  { sql: 'drop domain s.free; create domain s.free as text[]' },
  { sql: 'drop domain s.free; create domain s.free as text collate "C"' },
  { sql: "drop domain s.free; create type s.free as enum ('x')" },
  {
    sql: 'alter type s.atom set (storage = plain, typmod_in = pg_catalog.intervaltypmodin, typmod_out = pg_catalog.intervaltypmodout, analyze = pg_catalog.array_typanalyze, subscript = pg_catalog.raw_array_subscript_handler)',
    by: 'superuser',
    names: 'type s.atom',
  },
  {
    sql: 'create function s.atom_recv(internal) returns s.atom language internal immutable strict as $$int4recv$$; create function s.atom_send(s.atom) returns bytea language internal immutable strict as $$int4send$$; alter type s.atom set (receive = s.atom_recv, send = s.atom_send)',
    by: 'superuser',
    names: 'type s.atom',
  },
  {
    sql: "drop type s.atom cascade; create type s.atom; create function s.atom_in(cstring) returns s.atom language internal immutable strict as 'int4in'; create function s.atom_out(s.atom) returns cstring language internal immutable strict as 'int4out'; create type s.atom (input = s.atom_in, output = s.atom_out, internallength = variable, alignment = double, category = 'X', preferred = true, delimiter = ';', element = integer, subscript = pg_catalog.raw_array_subscript_handler, default = '4', collatable = true)",
    by: 'superuser',
    names: 'type s.atom',
  },
  { sql: 'create type s.shell', by: 'superuser', names: 'type s.shell' },
  // pg_enum
  { sql: "alter type s.mood add value 'best'", names: 'operatorClass s.ops(hash)' },
  {
    sql: "alter type s.mood add value 'worst' before 'bad'",
    names: 'operatorClass s.ops(hash)',
  },
  {
    sql: "alter type s.mood rename value 'bad' to 'worse'",
    names: 'operatorClass s.ops(hash)',
  },
  { sql: "drop type s.level; create type s.level as enum ('high', 'low')" },
  // pg_range
  { sql: 'drop type s.span; create type s.span as range (subtype = bigint)' },
  {
    sql: 'drop type s.span; create type s.span as range (subtype = integer, multirange_type_name = s.spans)',
  },
  { sql: 'drop type s.words; create type s.words as range (subtype = text, collation = "POSIX")' },
  {
    sql: 'drop type s.words; create type s.words as range (subtype = text, collation = "C", subtype_opclass = pg_catalog.text_pattern_ops)',
  },
  {
    sql: 'drop type s.span; create type s.span as range (subtype = integer, subtype_diff = pg_catalog.int4range_subdiff)',
  },
  {
    sql: 'drop type s.span; create type s.span; create function s.canon(s.span) returns s.span language internal immutable strict as $$int4range_canonical$$; create type s.span as range (subtype = integer, canonical = s.canon)',
    by: 'superuser',
    names: 'function s.canon(s.span)',
  },
  // pg_class
  { sql: 'create table s.extra (id integer)' },
  { sql: 'create sequence s.extra' },
  { sql: 'create view s.extra as select 1 as one' },
  { sql: 'create materialized view s.extra as select 1 as one' },
  { sql: 'alter table s.base owner to supabase_admin', by: 'superuser', names: 'table s.base' },
  { sql: 'alter view s.seen owner to supabase_admin', by: 'superuser', names: 'view s.seen' },
  {
    sql: 'alter sequence s.counter owner to supabase_admin',
    by: 'superuser',
    names: 'sequence s.counter',
  },
  { sql: 'create table s.of_type of s.pair' },
  {
    sql: 'drop table s.lone; create type s.lone_type as (id integer, day date); create table s.lone (id integer, day date); alter table s.lone of s.lone_type',
  },
  { sql: 'alter table s.lone set access method am', by: 'superuser' },
  { sql: 'alter table s.lone set unlogged' },
  { sql: 'alter table s.lone set (fillfactor = 50)' },
  { sql: 'alter table s.base set (toast.autovacuum_enabled = false)' },
  { sql: 'alter table s.base enable row level security' },
  { sql: 'alter table s.base force row level security' },
  { sql: 'alter table s.base replica identity full' },
  { sql: 'alter table s.base replica identity using index base_name_key' },
  { sql: 'alter table s.base replica identity nothing' },
  { sql: 'refresh materialized view s.kept with no data' },
  { sql: 'grant select on s.base to anon' },
  { sql: 'grant update on sequence s.counter to anon' },
  { sql: 'grant update on sequence s.base_id_seq to anon' },
  { sql: 'alter view s.seen set (security_invoker = true)' },
  {
    sql: "create or replace view s.seen as select id, name from s.base where name <> '' with check option",
  },
  { sql: 'alter table s.parts detach partition s.part_1' },
  {
    sql: "alter table s.parts attach partition s.lone for values from ('2025-01-01') to ('2026-01-01')",
  },
  {
    sql: "alter table s.parts detach partition s.part_1; alter table s.parts attach partition s.part_1 for values from ('2025-01-01') to ('2027-01-01')",
  },
  { sql: 'drop view s.seen; create materialized view s.seen as select id, name from s.base' },
  // pg_inherits
  { sql: 'alter table s.free_heir no inherit s.heir', names: 'column s.free_heir.base_id' },
  { sql: 'create table s.third (); alter table s.free_heir inherit s.third' },
  {
    sql: 'create table s.parent_a (); create table s.parent_b (); alter table s.lone inherit s.parent_a, inherit s.parent_b',
  },
  // pg_partitioned_table
  { sql: 'create table s.rest partition of s.parts default' },
  {
    sql: 'drop table s.parts cascade; create table s.parts (id integer, day date) partition by list (day)',
    names: 'table s.parts',
  },
  {
    sql: 'drop table s.parts cascade; create table s.parts (id integer, day date) partition by range (id, day)',
    names: 'table s.parts',
  },
  {
    sql: 'drop table s.parts cascade; create table s.parts (id integer, day date) partition by range ((id + 1))',
    names: 'table s.parts',
  },
  {
    sql: 'drop table s.parts cascade; create table s.parts (id integer, day date, t text) partition by range (t collate "C")',
    names: 'table s.parts',
  },
  { sql: 'create table s.by_text (t text) partition by list (t collate "C" text_pattern_ops)' },
  {
    sql: 'drop table s.parts cascade; create table s.parts (id integer, day date) partition by hash (day)',
    names: 'table s.parts',
  },
  // pg_attribute
  { sql: 'alter table s.base add column later text' },
  { sql: 'alter table s.base drop column note' },
  { sql: 'alter table s.child alter column other_id type integer' },
  { sql: 'alter table s.child alter column note type varchar(30)' },
  { sql: 'alter table s.base alter column note type varchar(20) collate "C"' },
  { sql: 'alter table s.child alter column other_id set not null' },
  { sql: 'alter table s.base alter column name drop not null' },
  { sql: 'alter table s.base alter column name set statistics 500' },
  { sql: 'alter table s.base alter column name set (n_distinct = 7)' },
  { sql: 'alter table s.base alter column name set storage external' },
  { sql: 'alter table s.base alter column name set compression pglz' },
  { sql: 'grant select (name) on s.base to anon' },
  { sql: 'alter table s.base alter column id drop identity' },
  { sql: 'alter table s.base alter column id set generated by default' },
  { sql: 'alter table s.base alter column twice drop expression' },
  {
    sql: 'alter table s.base drop column twice, add column twice bigint generated always as (octet_length(name) * 3) stored',
  },
  {
    sql: 'alter table s.base drop column twice, add column twice bigint generated always as (octet_length(name) * 2) virtual',
    since: 18,
  },
  {
    sql: 'drop table s.free_heir; create table s.free_heir (note varchar(20)) inherits (s.heir)',
    names: 'column s.free_heir.note',
  },
  { sql: 'alter type s.pair add attribute c date' },
  { sql: 'alter type s.pair alter attribute b type text collate "C"' },
  { sql: 'alter type s.pair rename attribute b to c' },
  { sql: 'alter index s.child_note_idx alter column 1 set statistics 500' },
  { sql: 'alter view s.seen rename column name to title' },
  { sql: 'alter materialized view s.kept alter column name set storage external' },
  {
    sql: "alter foreign table s.away alter column id options (set k 'w')",
    by: 'superuser',
    names: 'column s.away.id',
  },
  // pg_attrdef
  { sql: "alter table s.base alter column name set default 'y'" },
  { sql: "alter table s.child alter column note set default 'y'" },
  { sql: "alter view s.seen alter column name set default 'x'" },
  // pg_constraint
  { sql: 'alter table s.child add constraint extra check (id < 9)' },
  { sql: 'alter table s.child add constraint extra check (id < 9) not valid' },
  { sql: 'alter table s.child rename constraint child_id_check to other' },
  {
    sql: 'alter table s.child drop constraint child_id_check, add constraint child_id_check check (id > 1)',
  },
  {
    sql: 'alter table s.child drop constraint child_id_check, add constraint child_id_check check (id > 0) no inherit',
  },
  {
    sql: 'alter table s.child drop constraint child_id_check, add constraint child_id_check check (id > 0) not valid',
  },
  { sql: 'alter table s.child alter constraint child_base_id_fkey deferrable' },
  { sql: 'alter table s.child alter constraint child_base_id_fkey deferrable initially deferred' },
  { sql: 'alter table s.child alter constraint child_base_id_fkey not enforced', since: 18 },
  {
    sql: 'alter table s.child drop constraint child_base_id_fkey, add constraint child_base_id_fkey foreign key (base_id) references s.base on delete cascade on update restrict',
  },
  {
    sql: 'alter table s.child drop constraint child_base_id_fkey, add constraint child_base_id_fkey foreign key (base_id) references s.base match full',
  },
  {
    sql: 'alter table s.child drop constraint child_base_id_fkey, add constraint child_base_id_fkey foreign key (other_id) references s.base',
  },
  {
    sql: 'alter table s.child drop constraint child_base_id_fkey, add constraint child_base_id_fkey foreign key (base_id) references s.child',
  },
  {
    sql: 'alter table s.child drop constraint child_base_id_fkey, add constraint child_base_id_fkey foreign key (note) references s.base (name)',
  },
  {
    sql: 'alter table s.child drop constraint child_pair_fkey, add constraint child_pair_fkey foreign key (base_id) references s.base on delete set null (base_id)',
  },
  {
    sql: 'alter table s.child drop constraint child_note_key, add constraint child_note_key unique (note) deferrable',
  },
  {
    sql: 'alter table s.child drop constraint child_note_key, add constraint child_note_key unique nulls not distinct (note)',
  },
  {
    sql: 'alter table s.child drop constraint child_note_key, add constraint child_note_key unique (note) include (id)',
  },
  {
    sql: 'alter table s.child drop constraint child_room_excl, add constraint child_room_excl exclude using gist (room with =)',
  },
  {
    sql: 'alter table s.child drop constraint child_note_key, add constraint child_note_key check (note is not null)',
  },
  { sql: 'alter table s.lone add constraint lone_key primary key (id)' },
  { sql: 'alter table s.lone add constraint lone_key exclude using btree (id with =)' },
  {
    sql: 'create table s.timed (id int4range, span daterange, constraint timed_pkey primary key (id, span without overlaps))',
    since: 18,
  },
  {
    sql: 'create table s.timed (id int4range, span daterange, constraint timed_pkey unique (id, span without overlaps)); create table s.timely (id int4range, span daterange, constraint timely_fkey foreign key (id, period span) references s.timed (id, period span))',
    since: 18,
  },
  { sql: 'alter table s.heir add constraint heir_check check (id > 0)' },
  { sql: 'alter table s.free_heir add constraint heir_check check (id > 0)' },
  { sql: 'alter domain s.short add constraint extra check (value <> $$$$)' },
  { sql: 'alter domain s.short rename constraint short_check to other' },
  {
    sql: 'alter domain s.short drop constraint short_check; alter domain s.short add constraint short_check check (octet_length(value) < 10) not valid',
  },
  { sql: 'alter table s.base rename constraint base_name_not_null to named', since: 18 },
  { sql: 'alter table s.base alter column note set not null', since: 18 },
  { sql: 'alter table s.child add constraint child_note_must not null note not valid', since: 18 },
  { sql: 'alter table s.heir add constraint heir_note_must not null note no inherit', since: 18 },
  { sql: "comment on constraint base_name_not_null on s.base is 'must'", since: 18 },
  // pg_index
  { sql: 'create index extra on s.child (id) where base_id > 0' },
  {
    sql: 'drop index s.child_base_id_idx; create unique index child_base_id_idx on s.child (base_id)',
  },
  {
    sql: 'drop index s.child_base_id_idx; create unique index child_base_id_idx on s.child (base_id) nulls not distinct',
  },
  { sql: 'drop index s.child_base_id_idx; create index child_base_id_idx on s.child (other_id)' },
  {
    sql: 'drop index s.child_base_id_idx; create index child_base_id_idx on s.child (base_id, other_id)',
  },
  {
    sql: 'drop index s.child_base_id_idx; create index child_base_id_idx on s.child (base_id) where base_id > 0',
  },
  {
    sql: 'drop index s.child_base_id_idx; create index child_base_id_idx on s.child (base_id desc)',
  },
  {
    sql: 'drop index s.child_base_id_idx; create index child_base_id_idx on s.child using hash (base_id)',
  },
  {
    sql: 'drop index s.child_base_id_idx; create index child_base_id_idx on s.child (base_id) include (id)',
  },
  {
    sql: 'drop index s.child_note_idx; create index child_note_idx on s.child (lower(note) text_pattern_ops)',
  },
  {
    sql: 'drop index s.child_note_idx; create index child_note_idx on s.child (lower(note) collate "C")',
  },
  { sql: 'drop index s.child_note_idx; create index child_note_idx on s.child (upper(note))' },
  { sql: 'alter index s.child_note_idx set (fillfactor = 50)' },
  { sql: 'alter table s.base cluster on base_pkey' },
  { sql: 'alter table s.child cluster on child_note_idx' },
  { sql: 'create index parts_idx on only s.parts (id)' },
  {
    sql: "update pg_catalog.pg_index set indisvalid = false where indexrelid = 's.child_note_idx'::regclass",
    by: 'superuser',
    names: 'index s.child.child_note_idx',
  },
  { sql: 'alter index s.child_pkey rename to renamed_pkey' },
  // pg_sequence
  { sql: 'alter sequence s.counter as integer' },
  { sql: 'alter sequence s.counter start 5' },
  { sql: 'alter sequence s.counter increment 5' },
  { sql: 'alter sequence s.counter minvalue -4' },
  { sql: 'alter sequence s.counter maxvalue 99' },
  { sql: 'alter sequence s.counter cache 7' },
  { sql: 'alter sequence s.counter cycle' },
  { sql: 'alter sequence s.counter set unlogged' },
  { sql: 'alter sequence s.counter owned by s.base.name' },
  { sql: 'alter table s.base alter column id set increment 5' },
  // pg_rewrite
  { sql: 'create rule extra as on delete to s.child do instead nothing' },
  { sql: 'alter table s.child disable rule r' },
  { sql: 'create or replace rule r as on update to s.child where new.id > 3 do also nothing' },
  { sql: 'create or replace rule r as on update to s.child do instead nothing' },
  { sql: 'create or replace rule r as on delete to s.child do also nothing' },
  { sql: 'create or replace view s.seen as select id, upper(name) as name from s.base' },
  // pg_trigger
  { sql: 'create trigger extra before insert on s.child for each row execute function s.touch()' },
  { sql: 'alter table s.base disable trigger touch' },
  {
    sql: 'create or replace trigger touch before update of name on s.base for each row execute function s.touch()',
  },
  {
    sql: 'create or replace trigger touch before update on s.base for each row when (old.id > 3) execute function s.touch()',
  },
  {
    sql: "create or replace trigger touch before update on s.base for each row execute function s.touch('x')",
  },
  {
    sql: 'create or replace trigger touch before update on s.base for each row execute function s.touch_too()',
  },
  {
    sql: 'create or replace trigger touch after update on s.base for each row execute function s.touch()',
  },
  {
    sql: 'drop trigger later on s.child; create constraint trigger later after update on s.child deferrable initially deferred for each row execute function s.touch()',
  },
  {
    sql: 'drop trigger later on s.child; create constraint trigger later after update on s.child from s.base for each row execute function s.touch()',
  },
  {
    sql: 'drop trigger later on s.child; create trigger later after update on s.child for each row execute function s.touch()',
  },
  {
    sql: 'create or replace trigger after_all after update on s.child referencing new table as fresh old table as old_rows for each statement execute function s.touch()',
  },
  {
    sql: 'create or replace trigger after_all after update on s.child referencing new table as new_rows old table as stale for each statement execute function s.touch()',
  },
  { sql: 'create trigger on_all after insert on s.parts for each row execute function s.touch()' },
  {
    sql: 'create trigger on_all after insert on s.parts for each row execute function s.touch(); alter table s.part_1 disable trigger on_all',
  },
  {
    sql: 'alter table s.child disable trigger all',
    by: 'superuser',
    names: 'internal trigger "RI_FKey_check_ins" of child_base_id_fkey on s.child on s.child',
  },
  // pg_policy
  { sql: 'create policy extra on s.base' },
  { sql: 'alter policy p on s.base to authenticated' },
  { sql: 'alter policy p on s.base using (id > 1)' },
  { sql: 'alter policy w on s.base with check (id > 1)' },
  {
    sql: 'drop policy p on s.base; create policy p on s.base as restrictive for select to anon using (id > 0)',
  },
  { sql: 'drop policy p on s.base; create policy p on s.base for delete to anon using (id > 0)' },
  // pg_publication, _rel, _namespace
  { sql: 'create publication extra' },
  { sql: "alter publication pub set (publish = '')" },
  { sql: 'alter publication pub set (publish_via_partition_root = true)' },
  {
    sql: 'alter trigger touch on s.base depends on extension plpgsql',
    names: 'trigger touch on s.base',
  },
  { sql: 'alter publication pub set (publish_generated_columns = stored)', since: 18 },
  {
    sql: 'alter publication pub owner to supabase_admin',
    by: 'superuser',
    names: 'publicationMember pub: s.base',
  },
  { sql: 'alter publication pub add table s.child' },
  { sql: 'alter publication pub set table s.base (id, name)' },
  { sql: 'alter publication pub set table s.base where (id > 3)' },
  {
    sql: 'drop publication pub; create publication pub for all tables',
    by: 'superuser',
    names: 'publication pub',
  },
  {
    sql: 'alter publication pub drop table s.base; alter publication pub add tables in schema s',
    by: 'superuser',
    names: 'publicationSchema pub: s',
  },
  // pg_subscription
  {
    sql: "alter subscription sub connection 'host=b password=opensesame'",
    by: 'superuser',
    before: subscription,
    names: 'subscription sub',
  },
  {
    sql: 'alter subscription sub set publication other with (refresh = false)',
    by: 'superuser',
    before: subscription,
    names: 'subscription sub',
  },
  {
    sql: 'alter subscription sub set (binary = true, streaming = true, synchronous_commit = local, disable_on_error = true)',
    by: 'superuser',
    before: subscription,
    names: 'subscription sub',
  },
  {
    sql: 'alter subscription sub set (password_required = false, run_as_owner = true, origin = none)',
    by: 'superuser',
    since: 16,
    before: subscription,
    names: 'subscription sub',
  },
  {
    sql: 'create subscription extra connection $$host=a$$ publication pub with (connect = false)',
    by: 'superuser',
    names: 'subscription extra',
  },
  {
    sql: 'drop subscription if exists none; create subscription two connection $$host=a$$ publication pub with (connect = false, two_phase = true)',
    by: 'superuser',
    names: 'subscription two',
  },
  // pg_extension
  // pg_default_acl
  { sql: 'alter default privileges in schema s grant insert on tables to anon' },
  { sql: 'alter default privileges revoke execute on functions from public' },
  { sql: 'alter default privileges grant select on sequences to anon' },
  {
    sql: 'alter default privileges in schema s grant insert on tables to anon',
    by: 'superuser',
    names: 'default acl for role supabase_admin in schema s on tables',
  },
  { sql: 'alter default privileges grant select on large objects to anon', since: 18 },
  // pg_description, pg_shdescription
  { sql: "comment on table s.base is 'two'" },
  { sql: 'comment on table s.base is null' },
  { sql: "comment on function s.f(integer) is 'x'" },
  { sql: "comment on column s.base.name is 'x'" },
  { sql: "comment on large object 4242 is 'x'" },
  {
    sql: "comment on function pg_catalog.now() is 'x'",
    by: 'superuser',
    names: 'function pg_catalog.now()',
  },
  { sql: 'comment on database "@" is $$x$$', by: 'superuser', names: 'database' },
  // pg_depend
  {
    sql: 'alter function s.f(integer) depends on extension plpgsql',
    names: 'function s.f(integer)',
  },
  {
    sql: 'alter extension plpgsql add function s.f(integer)',
    by: 'superuser',
    names: 'function s.f(integer)',
  },
  // pg_seclabel, pg_shseclabel
  {
    sql: "insert into pg_catalog.pg_seclabel values ('s.base'::regclass, 'pg_class'::regclass, 0, 'test', 'secret')",
    by: 'superuser',
    names: 'table s.base',
  },
  {
    sql: "insert into pg_catalog.pg_shseclabel select oid, 'pg_database'::regclass, 'test', 'secret' from pg_catalog.pg_database where datname = current_database()",
    by: 'superuser',
    names: 'database',
  },
  // pg_database, pg_db_role_setting
  { sql: 'alter database "@" connection limit 7', by: 'superuser', names: 'database' },
  { sql: 'alter database "@" owner to supabase_admin', by: 'superuser', names: 'database' },
  { sql: 'grant create on database "@" to anon', by: 'superuser', names: 'database' },
  { sql: `alter database "@" set work_mem = '7MB'`, by: 'superuser', names: 'database' },
  {
    sql: `alter role anon in database "@" set work_mem = '7MB'`,
    by: 'superuser',
    names: 'database, for role anon',
  },
  // pg_largeobject_metadata
  { sql: 'select pg_catalog.lo_create(4343)', names: 'largeObject 4343' },
  { sql: 'grant select on large object 4242 to anon' },
  {
    sql: 'alter large object 4242 owner to supabase_admin',
    by: 'superuser',
    names: 'largeObject 4242',
  },
  // pg_statistic_ext
  { sql: 'create statistics s.more (ndistinct) on id, base_id from s.child' },
  { sql: 'alter statistics s.stats set statistics 500' },
  {
    sql: 'drop statistics s.stats; create statistics s.stats (ndistinct) on id, base_id from s.child',
  },
  {
    sql: 'drop statistics s.stats; create statistics s.stats (dependencies) on id, note from s.child',
  },
  {
    sql: 'drop statistics s.stats; create statistics s.stats (dependencies) on id, (base_id + 1) from s.child',
  },
  {
    sql: 'alter statistics s.stats owner to supabase_admin',
    by: 'superuser',
    names: 'statisticsObject s.stats',
  },
  // pg_event_trigger
  {
    sql: 'create event trigger extra on ddl_command_end execute function s.ev()',
    by: 'superuser',
    names: 'eventTrigger extra',
  },
  { sql: 'alter event trigger ev disable', by: 'superuser', names: 'eventTrigger ev' },
  {
    sql: "drop event trigger ev; create event trigger ev on ddl_command_end when tag in ('CREATE TABLE') execute function s.ev()",
    by: 'superuser',
    names: 'eventTrigger ev',
  },
  {
    sql: 'drop event trigger ev; create event trigger ev on sql_drop execute function s.ev()',
    by: 'superuser',
    names: 'eventTrigger ev',
  },
  {
    sql: "create function s.ev_too() returns event_trigger language plpgsql as 'begin end'; drop event trigger ev; create event trigger ev on ddl_command_end execute function s.ev_too()",
    by: 'superuser',
    names: 'eventTrigger ev',
  },
  // text search
  {
    sql: 'create text search configuration s.more (copy = pg_catalog.simple)',
  },
  {
    sql: 'alter text search configuration s.conf drop mapping for email',
  },
  {
    sql: 'alter text search configuration s.conf alter mapping for email with s.dict',
  },
  {
    sql: 'drop text search configuration s.conf; create text search configuration s.conf (parser = s.pars)',
    by: 'superuser',
    names: 'textSearchConfiguration s.conf',
  },
  {
    sql: 'alter text search configuration s.conf owner to supabase_admin',
    by: 'superuser',
    names: 'textSearchConfiguration s.conf',
  },
  {
    sql: 'create text search dictionary s.more (template = pg_catalog.simple)',
  },
  {
    sql: 'alter text search dictionary s.dict (stopwords = english)',
  },
  {
    sql: 'drop text search dictionary s.dict; create text search dictionary s.dict (template = pg_catalog.snowball, language = english)',
  },
  {
    sql: 'alter text search dictionary s.dict owner to supabase_admin',
    by: 'superuser',
    names: 'textSearchDictionary s.dict',
  },
  {
    sql: 'create text search parser s.more (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype)',
    by: 'superuser',
    names: 'textSearchParser s.more',
  },
  {
    sql: 'drop text search parser s.pars; create text search parser s.pars (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype, headline = prsd_headline)',
    by: 'superuser',
    names: 'textSearchParser s.pars',
  },
  {
    sql: 'create text search template s.more (lexize = dsimple_lexize)',
    by: 'superuser',
    names: 'textSearchTemplate s.more',
  },
  {
    sql: 'drop text search template s.temp; create text search template s.temp (init = dsimple_init, lexize = dsimple_lexize)',
    by: 'superuser',
    names: 'textSearchTemplate s.temp',
  },
  {
    sql: 'drop text search template s.temp; create text search template s.temp (lexize = dispell_lexize)',
    by: 'superuser',
    names: 'textSearchTemplate s.temp',
  },
  // types' language
  { sql: "create collation s.more (provider = icu, locale = 'de')" },
  {
    sql: "drop collation s.coll; create collation s.coll (provider = icu, locale = 'de')",
  },
  {
    sql: "drop collation s.coll; create collation s.coll (provider = icu, locale = 'und', deterministic = false)",
  },
  {
    sql: "drop collation s.coll; create collation s.coll (provider = icu, locale = 'und', rules = '&a < g')",
    since: 16,
  },
  {
    sql: "drop collation s.coll; create collation s.coll (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX')",
  },
  {
    sql: "drop collation s.coll; create collation s.coll (provider = icu, locale = 'und', version = '1')",
    names: 'collation s.coll',
  },
  {
    sql: 'alter collation s.coll owner to supabase_admin',
    by: 'superuser',
    names: 'collation s.coll',
  },
  {
    sql: 'create conversion s.more for $$LATIN1$$ to $$UTF8$$ from pg_catalog.iso8859_1_to_utf8',
    names: 'conversion s.more',
  },
  {
    sql: 'drop conversion s.conv; create default conversion s.conv for $$LATIN1$$ to $$UTF8$$ from pg_catalog.iso8859_1_to_utf8',
    names: 'conversion s.conv',
  },
  {
    sql: 'drop conversion s.conv; create conversion s.conv for $$LATIN2$$ to $$UTF8$$ from pg_catalog.iso8859_to_utf8',
    names: 'conversion s.conv',
  },
  {
    sql: 'drop conversion s.conv; create conversion s.conv for $$UTF8$$ to $$LATIN1$$ from pg_catalog.utf8_to_iso8859_1',
    names: 'conversion s.conv',
  },
  {
    sql: 'alter conversion s.conv owner to supabase_admin',
    by: 'superuser',
    names: 'conversion s.conv',
  },
  { sql: 'create cast (s.level as integer) with inout' },
  {
    sql: 'drop cast (s.mood as integer); create cast (s.mood as integer) with inout as assignment',
  },
  {
    sql: 'create function s.number_of(s.mood) returns integer language sql immutable as $$select 1$$; drop cast (s.mood as integer); create cast (s.mood as integer) with function s.number_of(s.mood)',
  },
  {
    sql: 'create cast (s.atom as integer) without function',
    by: 'superuser',
    names: 'cast (s.atom as integer)',
  },
  {
    sql: 'create operator s.-! (leftarg = integer, rightarg = integer, function = s.add)',
  },
  {
    sql: 'alter operator s.<! (integer, integer) set (restrict = scalarltsel, join = scalarltjoinsel)',
  },
  {
    sql: 'drop operator s.+! (integer, integer); create operator s.+! (leftarg = integer, rightarg = integer, function = pg_catalog.int4mi)',
  },
  {
    sql: 'drop operator s.+! (integer, integer); create operator s.+! (leftarg = integer, rightarg = integer, function = s.add, commutator = operator(s.+!))',
  },
  {
    sql: 'create operator s.>=! (leftarg = integer, rightarg = integer, function = pg_catalog.int4ge, negator = operator(s.<!))',
  },
  {
    sql: 'create operator s.=! (leftarg = integer, rightarg = integer, function = pg_catalog.int4eq, hashes, merges, commutator = operator(s.=!))',
  },
  {
    sql: 'drop operator s.+! (integer, integer); create operator s.+! (leftarg = integer, rightarg = integer, function = pg_catalog.int4eq, hashes, merges, commutator = operator(s.+!))',
  },
  {
    sql: 'alter operator s.+! (integer, integer) owner to supabase_admin',
    by: 'superuser',
    names: 'operator s.+!(integer, integer)',
  },
  {
    sql: 'alter operator family s.fam using btree drop function 1 (integer, integer)',
    by: 'superuser',
    names: 'operatorFamily s.fam(btree)',
  },
  {
    sql: 'alter operator family s.fam using btree add operator 5 pg_catalog.>(integer, integer)',
    by: 'superuser',
    names: 'operatorFamily s.fam(btree)',
  },
  {
    sql: 'alter operator family s.fam using btree drop operator 1 (integer, integer); alter operator family s.fam using btree add operator 1 pg_catalog.< (integer, integer)',
    by: 'superuser',
    names: 'operatorFamily s.fam(btree)',
  },
  {
    sql: 'alter operator family s.fam using btree drop function 1 (integer, integer); alter operator family s.fam using btree add function 1 (integer, integer) pg_catalog.int4mi',
    by: 'superuser',
    names: 'operatorFamily s.fam(btree)',
  },
  {
    sql: 'create operator family s.dist using gist; alter operator family s.dist using gist add operator 15 pg_catalog.<-> (point, point) for order by pg_catalog.float_ops',
    by: 'superuser',
    names: 'operatorFamily s.dist(gist)',
  },
  {
    sql: 'alter operator family s.fam using btree owner to postgres',
    by: 'superuser',
    names: 'operatorFamily s.fam(btree)',
  },
  {
    sql: 'create operator class s.more for type s.level using hash as function 1 pg_catalog.hashenum(anyenum)',
    by: 'superuser',
    names: 'operatorClass s.more(hash)',
  },
  {
    sql: 'alter operator class s.ops using hash owner to postgres',
    by: 'superuser',
    names: 'operatorClass s.ops(hash)',
  },
  {
    sql: 'drop operator class s.ops using hash; create operator class s.ops for type s.level using hash family s.hashes as function 1 (s.level, s.level) pg_catalog.hashenum(anyenum)',
    by: 'superuser',
    names: 'operatorClass s.ops(hash)',
  },
  {
    sql: 'create language other handler pg_catalog.plpgsql_call_handler',
    by: 'superuser',
    names: 'language other',
  },
  {
    sql: 'create or replace trusted language lang handler pg_catalog.plpgsql_call_handler',
    by: 'superuser',
    names: 'language lang',
  },
  {
    sql: 'create or replace language lang handler pg_catalog.plpgsql_call_handler inline pg_catalog.plpgsql_inline_handler validator pg_catalog.plpgsql_validator',
    by: 'superuser',
    names: 'language lang',
  },
  {
    sql: 'create function s.handle() returns language_handler language c as $$$libdir/plpgsql$$, $$plpgsql_call_handler$$; create or replace language lang handler s.handle',
    by: 'superuser',
    names: 'language lang',
  },
  {
    sql: 'create or replace trusted language lang handler pg_catalog.plpgsql_call_handler; grant usage on language lang to anon',
    by: 'superuser',
    names: 'language lang',
  },
  { sql: 'alter language lang owner to postgres', by: 'superuser', names: 'language lang' },
  {
    sql: 'drop access method am; create access method am type index handler pg_catalog.bthandler',
    by: 'superuser',
    names: 'access method am',
  },
  {
    sql: 'create access method more type table handler pg_catalog.heap_tableam_handler',
    by: 'superuser',
    names: 'access method more',
  },
  {
    sql: 'create or replace transform for integer language plpgsql (from sql with function pg_catalog.numeric_support(internal))',
    by: 'superuser',
    names: 'transform for integer language plpgsql | transform for integer on language plpgsql',
  },
  {
    sql: 'drop transform for integer language plpgsql',
    by: 'superuser',
    names: 'transform for integer language plpgsql | transform for integer on language plpgsql',
  },
  {
    sql: 'create function s.to_int(internal) returns integer language internal immutable as $$int4recv$$; create or replace transform for integer language plpgsql (from sql with function pg_catalog.prsd_lextype(internal), to sql with function s.to_int(internal))',
    by: 'superuser',
    names: 'transform for integer language plpgsql | transform for integer on language plpgsql',
  },
  // foreign data
  { sql: 'create foreign data wrapper more', by: 'superuser', names: 'foreign-data wrapper more' },
  {
    sql: "alter foreign data wrapper w options (add x 'y')",
    by: 'superuser',
    names: 'foreign-data wrapper w',
  },
  {
    sql: 'grant usage on foreign data wrapper w to anon',
    by: 'superuser',
    names: 'foreign-data wrapper w',
  },
  {
    sql: 'create function s.fdw_handler() returns fdw_handler language c as $$$libdir/plpgsql$$, $$plpgsql_call_handler$$; alter foreign data wrapper w handler s.fdw_handler',
    by: 'superuser',
    names: 'function s.fdw_handler()',
  },
  {
    sql: "create function s.valid(text[], oid) returns void language sql as 'select'; alter foreign data wrapper w validator s.valid",
    by: 'superuser',
    names: 'function s.valid(text[], oid)',
  },
  { sql: "alter server far options (set host 'b')", by: 'superuser', names: 'server far' },
  { sql: "alter server far version '2'", by: 'superuser', names: 'server far' },
  {
    sql: "create server near type 'x' foreign data wrapper w",
    by: 'superuser',
    names: 'server near',
  },
  { sql: 'grant usage on foreign server far to anon', by: 'superuser', names: 'server far' },
  {
    sql: 'alter server far owner to postgres',
    by: 'superuser',
    names: 'foreignServer far',
  },
  {
    sql: "alter foreign table s.away options (set t 'y')",
    by: 'superuser',
    names: 'foreignTable s.away',
  },
  {
    sql: 'drop foreign table s.away; create server near foreign data wrapper w; create foreign table s.away (id integer options (k $$v$$)) server near options (t $$x$$)',
    by: 'superuser',
    names: 'foreignTable s.away',
  },
  {
    sql: 'create foreign table s.more (id integer) server far',
    by: 'superuser',
    names: 'foreignTable s.more',
  },
  {
    sql: "alter user mapping for postgres server far options (set password 'other')",
    by: 'superuser',
    names: 'user mapping postgres on server far',
  },
  {
    sql: 'create user mapping for anon server far',
    by: 'superuser',
    names: 'user mapping anon on server far',
  },
  // what PostgreSQL itself brought
  {
    sql: 'revoke execute on function pg_catalog.now() from public',
    by: 'superuser',
    names: 'function pg_catalog.now()',
  },
  {
    sql: 'grant select on pg_catalog.pg_authid to anon',
    by: 'superuser',
    names: 'table pg_catalog.pg_authid',
  },
  {
    sql: 'alter function pg_catalog.now() cost 7',
    by: 'superuser',
    names: 'function pg_catalog.now()',
  },
  {
    sql: 'drop text search configuration pg_catalog.danish',
    by: 'superuser',
    names: 'what PostgreSQL itself brought',
  },
  { sql: 'drop extension plpgsql cascade', by: 'superuser', names: 'language lang' },
  // more
  { sql: "alter extension citext update to '1.5'", names: 'extension citext' },
  { sql: 'drop extension citext; create extension citext schema aside version $$1.4$$' },
  {
    sql: 'drop extension citext; create extension citext schema s version $$1.4$$',
    by: 'superuser',
    names: 'extension citext',
  },
  { sql: 'create extension pg_trgm schema s' },
  { sql: 'create extension pg_trgm schema s', by: 'superuser', names: 'extension pg_trgm' },
  {
    sql: 'create extension pg_trgm schema pg_catalog',
    by: 'superuser',
    names: 'extension pg_trgm',
  },
  {
    sql: "drop server far cascade; create foreign data wrapper v; create server far type 'x' foreign data wrapper v options (host 'a'); create user mapping for postgres server far options (password 'opensesame'); create foreign table s.away (id integer options (k 'v')) server far options (t 'x')",
    by: 'superuser',
    names: 'foreign-data wrapper v',
  },
  { sql: 'drop index s.lone_idx; alter table s.lone add constraint lone_idx primary key (id)' },
  {
    sql: 'alter table s.child drop constraint child_note_key, add constraint child_note_key exclude (note with =)',
  },
  {
    sql: 'alter table s.twin no inherit s.mother; alter table s.twin inherit s.mother',
    names: 'column s.twin.id',
  },
  {
    sql: 'alter table s.twin add constraint mother_check check (id > 0)',
    before: 'alter table s.mother add constraint mother_check check (id > 0)',
    names: 'constraint s.twin.mother_check',
  },
  {
    sql: 'alter table s.father add constraint both_check check (true)',
    before: 'alter table s.mother add constraint both_check check (true)',
  },
  {
    sql: 'drop operator class s.ops using hash; create operator class s.ops default for type s.mood using hash as function 1 pg_catalog.hashenum(anyenum)',
    by: 'superuser',
    names: 'operatorClass s.ops(hash)',
  },
  {
    sql: 'drop operator family s.gins using gin cascade; create operator class s.gins for type integer[] using gin as operator 1 pg_catalog.&& (anyarray, anyarray), function 1 (integer[], integer[]) pg_catalog.btint4cmp, function 2 pg_catalog.ginarrayextract(anyarray, internal, internal), function 3 pg_catalog.ginqueryarrayextract(anyarray, internal, smallint, internal, internal, internal, internal), function 4 pg_catalog.ginarrayconsistent(internal, smallint, anyarray, integer, internal, internal, internal, internal), storage integer',
    by: 'superuser',
    names: 'operatorClass s.gins(gin)',
  },
  {
    sql: "drop function s.arr(integer[]); create function s.arr(variadic a integer[]) returns integer language sql as 'select 1'",
  },
  {
    sql: "drop function s.text_body(integer); create function s.text_body(a integer) returns setof integer language sql as 'select a'",
  },
  {
    sql: "create or replace function s.c_coded() returns language_handler language c as 'plpgsql', 'plpgsql_call_handler'",
    by: 'superuser',
    names: 'function s.c_coded()',
  },
  {
    sql: 'alter table s.timed drop constraint timed_key, add constraint timed_key unique (id, span without overlaps)',
    since: 18,
    before:
      'create table s.timed (id int4range, span daterange, constraint timed_key unique (id, span))',
  },
  {
    sql: `alter database "@" set work_mem = '9MB'`,
    by: 'superuser',
    before: `alter database "@" set work_mem = '7MB'`,
    names: 'database',
  },
  {
    sql: 'comment on database "@" is $$y$$',
    by: 'superuser',
    before: 'comment on database "@" is $$x$$',
    names: 'database',
  },
  {
    sql: "update pg_catalog.pg_seclabel set label = 'open'",
    by: 'superuser',
    before:
      "insert into pg_catalog.pg_seclabel values ('s.base'::regclass, 'pg_class'::regclass, 0, 'test', 'secret')",
    names: 'table s.base',
  },
  {
    sql: "create function s.starts(internal, integer) returns internal language internal as 'prsd_start'; create function s.nexts(internal, internal, internal) returns internal language internal as 'prsd_nexttoken'; create function s.ends(internal) returns void language internal as 'prsd_end'; create function s.types(internal) returns internal language internal as 'prsd_lextype'; drop text search parser s.pars; create text search parser s.pars (start = s.starts, gettoken = s.nexts, end = s.ends, lextypes = s.types)",
    by: 'superuser',
    names: 'function s.ends(internal)',
  },
  {
    sql: "create function s.shell_in(cstring) returns s.shell language internal immutable strict as 'int4in'; create function s.shell_out(s.shell) returns cstring language internal immutable strict as 'int4out'; create type s.shell (input = s.shell_in, output = s.shell_out, like = integer)",
    by: 'superuser',
    before: 'create type s.shell',
    names: 'type s.shell',
  },
  {
    sql: 'alter operator family s.dist using gist drop operator 15 (point, point); alter operator family s.dist using gist add operator 15 pg_catalog.<-> (point, point) for order by pg_catalog.float_ops',
    by: 'superuser',
    before:
      'create operator family s.dist using gist; alter operator family s.dist using gist add operator 15 pg_catalog.~= (point, point)',
    names: 'operatorFamily s.dist(gist)',
  },
  {
    sql: 'drop aggregate s.ordered (integer order by integer, integer); create aggregate s.ordered (integer, integer order by integer) (sfunc = s.add, stype = integer)',
    before:
      'create function s.add_two(integer, integer, integer) returns integer language sql as $$select 1$$; create aggregate s.ordered (integer order by integer, integer) (sfunc = s.add_two, stype = integer)',
  },
  {
    sql: "alter subscription sub set (slot_name = none); drop subscription sub; create subscription sub connection 'host=a password=opensesame' publication pub with (connect = false, two_phase = true)",
    by: 'superuser',
    before: subscription,
    names: 'subscription sub',
  },
]
