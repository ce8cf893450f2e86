/** A change of what `makeEverything` makes, and what the readers say of it: `+` added, `-` removed, `~` altered and what of it. */
export const seen: readonly (readonly [change: string, difference: readonly string[]])[] = [
  ['grant create on schema s to anon', ['~ schema s: rights']],
  ["comment on schema s is 'other'", ['~ schema s: comment']],
  ['alter schema s owner to supabase_admin', ['~ schema s: owner']],
  [
    'alter default privileges for role postgres in schema s grant select on tables to anon',
    ['+ defaultPrivileges postgres in s: tables'],
  ],
  [
    'alter default privileges for role postgres in schema s revoke update on sequences from authenticated',
    ['- defaultPrivileges postgres in s: sequences'],
  ],
  [
    'alter default privileges for role postgres grant execute on functions to public',
    ['- defaultPrivileges postgres: functions'],
  ],
  [
    'alter default privileges for role postgres revoke usage on types from public',
    ['+ defaultPrivileges postgres: types'],
  ],
  ["comment on extension plpgsql is 'other'", ['~ extension plpgsql: askedComment, comment']],
  ["alter type s.mood add value 'best' before 'good'", ['~ enum s.mood: labels']],
  ["alter type s.mood rename value 'bad' to 'worse'", ['~ enum s.mood: labels']],
  ['grant usage on type s.mood to public', ['~ enum s.mood: rights']],
  ['comment on type s.mood is null', ['~ enum s.mood: comment']],
  ["alter domain s.short set default 'z'", ['~ domain s.short: default']],
  ['alter domain s.short drop not null', ['~ domain s.short: notNull']],
  [
    "alter domain s.short add constraint extra check (value <> 'z')",
    ['+ domainConstraint s.short.extra'],
  ],
  [
    'alter domain s.short drop constraint short_has_text',
    ['- domainConstraint s.short.short_has_text'],
  ],
  [
    'alter domain s.short validate constraint short_has_text',
    ['~ domainConstraint s.short.short_has_text: definition, validated'],
  ],
  [
    'comment on constraint short_has_text on domain s.short is null',
    ['~ domainConstraint s.short.short_has_text: comment'],
  ],
  [
    'alter domain s.short rename constraint short_has_text to other',
    ['+ domainConstraint s.short.other', '- domainConstraint s.short.short_has_text'],
  ],
  [
    'alter type s.pair add attribute c date cascade',
    ['+ column s.typed.c', '~ composite s.pair: fields'],
  ],
  [
    'alter type s.pair rename attribute a to z cascade',
    [
      '- column s.typed.a',
      '+ column s.typed.z',
      '~ composite s.pair: fields',
      '~ constraint s.typed.typed_pkey: definition',
    ],
  ],
  ['comment on column s.pair.a is null', ['~ composite s.pair: fields']],
  ['create type s.steps as range (subtype = bigint)', ['+ range s.steps']],
  ['comment on type s.span is null', ['~ range s.span: comment']],
  ['alter type s.spans rename to many', ['~ range s.span: multirange']],
  ['alter sequence s.counter no cycle', ['~ sequence s.counter: cycle']],
  ['alter sequence s.counter increment -4', ['~ sequence s.counter: increment']],
  ['alter sequence s.counter as bigint', ['~ sequence s.counter: type']],
  ['alter sequence s.counter owned by s.base.name', ['~ sequence s.counter: ownedBy']],
  ['alter sequence s.counter set unlogged', ['~ sequence s.counter: persistence']],
  ['grant select on s.counter to anon', ['~ sequence s.counter: rights']],
  [
    'revoke usage on schema s from anon; set local role authenticated; grant usage on schema s to anon; reset role',
    ['~ schema s: rights'],
  ],
  ['alter sequence s.child_id_seq owned by none', ['~ sequence s.child_id_seq: ownedBy']],
  [
    "create or replace function s.add(a integer, b integer) returns integer language sql immutable as 'select a - b'",
    ['~ function s.add(integer, integer): body, definition'],
  ],
  [
    'alter function s.add(integer, integer) volatile',
    ['~ function s.add(integer, integer): definition, volatility'],
  ],
  [
    'alter function s.add(integer, integer) strict',
    ['~ function s.add(integer, integer): definition, strict'],
  ],
  [
    'alter function s.add(integer, integer) leakproof',
    ['~ function s.add(integer, integer): definition, leakproof'],
  ],
  [
    'alter function s.add(integer, integer) parallel restricted',
    ['~ function s.add(integer, integer): definition, parallel'],
  ],
  [
    'alter function s.add(integer, integer) cost 9',
    ['~ function s.add(integer, integer): cost, definition'],
  ],
  ['alter function s.rows() rows 9', ['~ function s.rows(): definition, rows']],
  [
    'alter function s.add(integer, integer) security definer',
    ['~ function s.add(integer, integer): definition, security'],
  ],
  [
    "alter function s.add(integer, integer) set search_path = ''",
    ['~ function s.add(integer, integer): config, definition'],
  ],
  [
    'alter function s.f(integer, text, integer[]) reset work_mem',
    ['~ function s.f(integer, text, integer[]): config, definition'],
  ],
  [
    'alter function s.add(integer, integer) owner to supabase_admin',
    ['~ function s.add(integer, integer): owner'],
  ],
  [
    'grant execute on function s.add(integer, integer) to public',
    ['~ function s.add(integer, integer): rights'],
  ],
  [
    "comment on function s.add(integer, integer) is 'adds'",
    ['~ function s.add(integer, integer): comment'],
  ],
  [
    'alter function s.one_more(bigint) rename to two_more',
    [
      '~ aggregate s.rows_of(*): definition',
      '- function s.one_more(bigint)',
      '+ function s.two_more(bigint)',
    ],
  ],
  [
    "create or replace function s.one_more(a bigint default 1) returns bigint language sql immutable as 'select a + 1'",
    ['~ function s.one_more(bigint): arguments, definition'],
  ],
  [
    "create function s.add(a integer) returns integer language sql as 'select 1'",
    ['+ function s.add(integer)'],
  ],
  ["create procedure s.other() language sql as 'select 1'", ['+ procedure s.other()']],
  ['drop procedure s.proc(integer, text)', ['- procedure s.proc(integer, text)']],
  [
    'create aggregate s.top (integer) (sfunc = pg_catalog.int4larger, stype = integer)',
    ['+ aggregate s.top(integer)'],
  ],
  [
    "create or replace aggregate s.total (integer) (sfunc = s.add, stype = integer, initcond = '1')",
    ['~ aggregate s.total(integer): definition'],
  ],
  ['comment on aggregate s.total (integer) is null', ['~ aggregate s.total(integer): comment']],
  ['create table s.new (id integer)', ['+ column s.new.id', '+ table s.new']],
  [
    'drop table s."Odd.name"',
    [
      '- column s."Odd.name"."a b"',
      '- column s."Odd.name"."select"',
      '- column s."Odd.name".pair',
      '- column s."Odd.name".pairs',
      '- constraint s."Odd.name"."odd, key"',
      '- publicationMember pub: s."Odd.name"',
      '- table s."Odd.name"',
    ],
  ],
  [
    'alter table s.child set logged',
    ['~ sequence s.child_id_seq: persistence', '~ table s.child: persistence'],
  ],
  ['alter table s.child set (fillfactor = 50)', ['~ table s.child: options']],
  ['alter table s.base reset (toast.autovacuum_enabled)', ['~ table s.base: toastOptions']],
  ['alter table s.base no force row level security', ['~ table s.base: rowSecurity']],
  ['alter table s.base disable row level security', ['~ table s.base: rowSecurity']],
  ['alter table s.base replica identity default', ['~ table s.base: replicaIdentity']],
  ['alter table s.base set without cluster', ['~ constraint s.base.base_pkey: clustered']],
  [
    'alter table s.heir no inherit s.child',
    [
      '~ column s.heir.at: inherited, local',
      '~ column s.heir.base_id: inherited, local',
      '~ column s.heir.id: inherited, local',
      '~ constraint s.heir.child_id_check: attachedTo',
      '~ table s.heir: inherits',
    ],
  ],
  [
    'alter table s.parts detach partition s.part_1',
    [
      '~ column s.part_1.day: inherited, local',
      '~ column s.part_1.id: inherited, local',
      '~ constraint s.part_1.part_1_pkey: attachedTo',
      '~ index s.part_1.part_1_day_idx: attachedTo',
      '~ table s.part_1: bound, partitionOf',
      '- trigger s.part_1.all_parts',
    ],
  ],
  [
    "alter table s.parts detach partition s.part_1; alter table s.parts attach partition s.part_1 for values from ('2025-01-01') to ('2027-01-01')",
    ['~ table s.part_1: bound'],
  ],
  ['alter table s.typed not of', ['~ table s.typed: ofType']],
  ['alter table s.base owner to supabase_admin', ['~ table s.base: owner']],
  ['grant truncate on s.base to anon', ['~ table s.base: rights']],
  ['grant select on s.base to anon with grant option', ['~ table s.base: rights']],
  ['revoke select on s.base from anon', ['~ table s.base: rights']],
  ['revoke insert on s.base from postgres', ['~ table s.base: rights']],
  ['grant insert on s.base to postgres with grant option', ['~ table s.base: rights']],
  ["comment on table s.base is 'two'", ['~ table s.base: comment']],
  [
    'alter table s.child rename to kid',
    [
      '- column s.child.at',
      '- column s.child.base_id',
      '- column s.child.id',
      '+ column s.kid.at',
      '+ column s.kid.base_id',
      '+ column s.kid.id',
      '- constraint s.child.child_at_excl',
      '- constraint s.child.child_base_id_fkey',
      '- constraint s.child.child_id_check',
      '- constraint s.child.child_pkey',
      '~ constraint s.heir.child_id_check: attachedTo',
      '+ constraint s.kid.child_at_excl',
      '+ constraint s.kid.child_base_id_fkey',
      '+ constraint s.kid.child_id_check',
      '+ constraint s.kid.child_pkey',
      '- index s.child.child_at_idx',
      '- index s.child.child_base_id_idx',
      '- index s.child.child_lower_key',
      '+ index s.kid.child_at_idx',
      '+ index s.kid.child_base_id_idx',
      '+ index s.kid.child_lower_key',
      '~ policy s.base."see own": using',
      '- policy s.child.everything',
      '+ policy s.kid.everything',
      '- rule s.child.quiet',
      '+ rule s.kid.quiet',
      '~ sequence s.child_id_seq: ownedBy',
      '~ statisticsObject s.stats: table',
      '- table s.child',
      '~ table s.heir: inherits',
      '+ table s.kid',
      '- trigger s.child.checks',
      '+ trigger s.kid.checks',
      '~ view s."some": definition',
      '~ view s.seen: definition',
    ],
  ],
  ['alter table s.base add column later text', ['+ column s.base.later']],
  ['alter table s."Odd.name" drop column pair', ['- column s."Odd.name".pair']],
  [
    'alter table s.base rename column amount to sum',
    ['- column s.base.amount', '+ column s.base.sum'],
  ],
  ['alter table s.base alter column number type numeric(12, 2)', ['~ column s.base.number: type']],
  [
    'alter table s.heir alter column extra type varchar(5), alter column extra set not null',
    ['~ column s.heir.extra: notNull, type'],
  ],
  ['alter table s.base alter column name drop not null', ['~ column s.base.name: notNull']],
  ["alter table s.base alter column name set default 'y'", ['~ column s.base.name: default']],
  ['alter table s.base alter column amount drop default', ['~ column s.base.amount: default']],
  [
    'alter table s.base alter column twice drop expression',
    ['~ column s.base.twice: default, generated'],
  ],
  ['alter table s.base alter column id set generated by default', ['~ column s.base.id: identity']],
  ['alter table s.base alter column id set increment 7', ['~ column s.base.id: identity']],
  ['alter table s.base alter column id set maxvalue 2000', ['~ column s.base.id: identity']],
  [
    'alter table s.base alter column small drop identity',
    ['~ column s.base.small: identity', '- identitySequence s.base_small_seq'],
  ],
  [
    'alter table s."Odd.name" alter column "a b" add generated always as identity',
    ['~ column s."Odd.name"."a b": identity', '+ identitySequence s."Odd.name_a b_seq"'],
  ],
  [
    'alter sequence s.base_id_seq rename to other_seq',
    ['- identitySequence s.base_id_seq', '+ identitySequence s.other_seq'],
  ],
  ['grant usage on sequence s.base_id_seq to anon', ['~ identitySequence s.base_id_seq: rights']],
  ["comment on sequence s.base_small_seq is 'x'", ['~ identitySequence s.base_small_seq: comment']],
  ['alter table s.base alter column name set storage main', ['~ column s.base.name: storage']],
  [
    'alter table s.base alter column name set compression default',
    ['~ column s.base.name: compression'],
  ],
  ['alter table s.base alter column name set statistics -1', ['~ column s.base.name: statistics']],
  ['alter table s.base alter column name set (n_distinct = 6)', ['~ column s.base.name: options']],
  ["comment on column s.base.mood is 'x'", ['~ column s.base.mood: comment']],
  ['grant select (mood) on s.base to anon', ['~ column s.base.mood: rights']],
  ['revoke update (mood) on s.base from anon', ['~ column s.base.mood: rights']],
  [
    'alter table s.base alter column word type text collate "POSIX"',
    ['~ column s.base.word: collation, type'],
  ],
  [
    'alter table s.child add constraint extra check (id < 9)',
    ['+ constraint s.child.extra', '+ constraint s.heir.extra'],
  ],
  [
    'alter table s.child validate constraint child_id_check',
    ['~ constraint s.child.child_id_check: definition, validated'],
  ],
  [
    'alter table s.child rename constraint child_id_check to other',
    [
      '- constraint s.child.child_id_check',
      '+ constraint s.child.other',
      '- constraint s.heir.child_id_check',
      '+ constraint s.heir.other',
    ],
  ],
  [
    'alter table s.child alter constraint child_base_id_fkey not deferrable',
    ['~ constraint s.child.child_base_id_fkey: deferrable, definition'],
  ],
  [
    'alter table s.child drop constraint child_base_id_fkey; alter table s.child add constraint child_base_id_fkey foreign key (base_id) references s.base on update cascade on delete cascade deferrable',
    ['~ constraint s.child.child_base_id_fkey: definition'],
  ],
  ['alter table s.child drop constraint child_at_excl', ['- constraint s.child.child_at_excl']],
  [
    'alter index s.child_pkey reset (fillfactor)',
    ['~ constraint s.child.child_pkey: indexOptions'],
  ],
  ['comment on index s.base_name_key is null', ['~ constraint s.base.base_name_key: indexComment']],
  [
    'comment on constraint base_name_key on s.base is null',
    ['~ constraint s.base.base_name_key: comment'],
  ],
  [
    'alter table s.base drop constraint base_name_key; create unique index base_name_key on s.base (name)',
    ['- constraint s.base.base_name_key', '+ index s.base.base_name_key'],
  ],
  [
    'drop index s.child_base_id_idx; create index child_base_id_idx on s.child (base_id) include (id) where base_id > 1',
    ['~ index s.child.child_base_id_idx: comment, definition, options'],
  ],
  ['create index extra on s.child using hash (base_id)', ['+ index s.child.extra']],
  ['create index extra on s.base (word text_pattern_ops)', ['+ index s.base.extra']],
  [
    'alter index s.child_base_id_idx set (fillfactor = 70)',
    ['~ index s.child.child_base_id_idx: definition, options'],
  ],
  [
    'alter index s.child_lower_key alter column 1 set statistics -1',
    ['~ index s.child.child_lower_key: statistics'],
  ],
  ['alter table s.child set without cluster', ['~ index s.child.child_at_idx: clustered']],
  ['comment on index s.child_base_id_idx is null', ['~ index s.child.child_base_id_idx: comment']],
  [
    'alter index s.parts_day_idx rename to other_idx',
    [
      '~ index s.part_1.part_1_day_idx: attachedTo',
      '~ index s.part_rest.part_rest_day_idx: attachedTo',
      '+ index s.parts.other_idx',
      '- index s.parts.parts_day_idx',
    ],
  ],
  [
    'create or replace view s.grouped as select id, upper(name) as name from s.base',
    ['~ view s.grouped: definition'],
  ],
  ['alter view s.seen reset (security_invoker)', ['~ view s.seen: options']],
  ['alter view s.seen set (security_barrier = false)', ['~ view s.seen: options']],
  ['alter view s."some" reset (check_option)', ['~ view s."some": options']],
  ['alter view s.seen alter column child drop default', ['- viewColumn s.seen.child']],
  [
    'alter view s.seen rename column child to kid',
    ['~ view s.seen: columns, definition', '- viewColumn s.seen.child', '+ viewColumn s.seen.kid'],
  ],
  ['grant select on s.grouped to anon', ['~ view s.grouped: rights']],
  ['comment on view s.seen is null', ['~ view s.seen: comment']],
  ["comment on column s.seen.child is 'x'", ['~ viewColumn s.seen.child: comment']],
  ['revoke select (id) on s.seen from anon', ['~ viewColumn s.seen.id: rights']],
  ['refresh materialized view s.kept', ['~ materializedView s.kept: populated']],
  ['alter materialized view s.kept set (fillfactor = 80)', ['~ materializedView s.kept: options']],
  [
    'alter materialized view s.kept alter column name set statistics 7',
    ['~ viewColumn s.kept.name: statistics'],
  ],
  ['comment on materialized view s.kept is null', ['~ materializedView s.kept: comment']],
  ['alter table s.child enable rule quiet', ['~ rule s.child.quiet: enabled']],
  [
    'create or replace rule quiet as on update to s.child where old.id = 2 do instead nothing',
    ['~ rule s.child.quiet: definition'],
  ],
  ['comment on rule quiet on s.child is null', ['~ rule s.child.quiet: comment']],
  ['alter table s.base disable trigger touch', ['~ trigger s.base.touch: enabled']],
  [
    `create or replace trigger touch before update of mood on s.base for each row execute function s."Touch it"('a', 'b')`,
    ['~ trigger s.base.touch: definition, enabled'],
  ],
  ['comment on trigger touch on s.base is null', ['~ trigger s.base.touch: comment']],
  ['alter table s.child disable trigger checks', ['~ trigger s.child.checks: enabled']],
  [
    'alter trigger touch on s.base rename to other',
    ['+ trigger s.base.other', '- trigger s.base.touch'],
  ],
  [
    'alter table elsewhere.theirs disable trigger ours_on_theirs',
    ['~ trigger elsewhere.theirs.ours_on_theirs: enabled'],
  ],
  [
    'comment on trigger ours_on_theirs on elsewhere.theirs is null',
    ['~ trigger elsewhere.theirs.ours_on_theirs: comment'],
  ],
  [
    'drop trigger ours_on_theirs on elsewhere.theirs',
    ['- trigger elsewhere.theirs.ours_on_theirs'],
  ],
  ['alter policy "see own" on s.base to service_role', ['~ policy s.base."see own": roles']],
  ['alter policy "see own" on s.base using (id > 1)', ['~ policy s.base."see own": using']],
  [
    "alter policy only_named on s.base with check (name <> 'x')",
    ['~ policy s.base.only_named: check'],
  ],
  [
    'drop policy everything on s.child; create policy everything on s.child for select using (s.f(id) > 0)',
    ['~ policy s.child.everything: command'],
  ],
  [
    'drop policy everything on s.child; create policy everything on s.child as restrictive using (s.f(id) > 0)',
    ['~ policy s.child.everything: permissive'],
  ],
  ['comment on policy "see own" on s.base is null', ['~ policy s.base."see own": comment']],
  ["alter publication pub set (publish = 'update')", ['~ publication pub: publish']],
  [
    'alter publication pub set (publish_via_partition_root = false)',
    ['~ publication pub: viaRoot'],
  ],
  ['comment on publication pub is null', ['~ publication pub: comment']],
  ['alter publication pub add table s.parts', ['+ publicationMember pub: s.parts']],
  [
    'alter publication pub set table s.base (id), s."Odd.name"',
    ['~ publicationMember pub: s.base: columns, where'],
  ],
  ['alter publication pub drop table s."Odd.name"', ['- publicationMember pub: s."Odd.name"']],
  [
    'alter publication pub set table s.base (id, name) where (id > 4), s."Odd.name"',
    ['~ publicationMember pub: s.base: where'],
  ],
  [
    'alter publication supabase_realtime add table s.base',
    ['+ publicationMember supabase_realtime: s.base'],
  ],
  ['alter publication whole_schema add table s.base', ['+ publicationMember whole_schema: s.base']],
  [
    'alter publication whole_schema drop tables in schema s',
    ['- publicationSchema whole_schema: s'],
  ],
  [
    'create publication another; alter publication another owner to postgres',
    ['+ publication another'],
  ],
  ['alter statistics s.stats set statistics 7', ['~ statisticsObject s.stats: target']],
  ['comment on statistics s.stats is null', ['~ statisticsObject s.stats: comment']],
  [
    'create statistics s.more (ndistinct) on id, base_id from s.child',
    ['+ statisticsObject s.more'],
  ],
  ['alter event trigger ours disable', ['~ eventTrigger ours: enabled']],
  ["comment on event trigger ours is 'x'", ['~ eventTrigger ours: comment']],
  [
    'drop event trigger ours; create event trigger ours on sql_drop execute function s.on_event()',
    ['~ eventTrigger ours: event, tags'],
  ],
  [
    'create event trigger another on ddl_command_end execute function s.on_event()',
    ['+ eventTrigger another'],
  ],
  [
    'create operator s.-! (leftarg = integer, rightarg = integer, function = s.add)',
    ['+ operator s.-!(integer, integer)'],
  ],
  ['drop operator s.+! (integer, integer)', ['- operator s.+!(integer, integer)']],
  [
    "comment on operator s.+! (integer, integer) is 'x'",
    ['~ operator s.+!(integer, integer): comment'],
  ],
  [
    'alter operator s.+! (integer, integer) owner to supabase_admin',
    ['~ operator s.+!(integer, integer): owner'],
  ],
  [
    'create operator s.-! (leftarg = integer, rightarg = integer, function = s.add, commutator = operator(s.+!))',
    ['~ operator s.+!(integer, integer): commutator', '+ operator s.-!(integer, integer)'],
  ],
  [
    'drop operator s.+! (integer, integer); create operator s.+! (leftarg = integer, rightarg = integer, function = pg_catalog.int4eq, hashes, merges, negator = operator(s.-!))',
    [
      '~ operator s.+!(integer, integer): function, hashes, merges, negator, owner',
      '+ operator s.-!(integer, integer)',
    ],
  ],
  [
    'alter operator family s.fam using btree add operator 5 pg_catalog.>(integer, integer)',
    ['~ operatorClass s.ops(btree): members'],
  ],
  [
    'alter operator family s.fam using btree add operator 1 pg_catalog.<(integer, bigint)',
    ['~ operatorFamily s.fam(btree): members'],
  ],
  [
    'drop operator class s.ops using btree; create operator class s.ops default for type s.mood using btree as function 1 pg_catalog.enum_cmp(anyenum, anyenum)',
    [
      '~ operatorClass s.ops(btree): default, family, members, type',
      '+ operatorFamily s.ops(btree)',
    ],
  ],
  ["comment on operator class s.ops using btree is 'x'", ['~ operatorClass s.ops(btree): comment']],
  [
    "comment on operator family s.fam using btree is 'x'",
    ['~ operatorFamily s.fam(btree): comment'],
  ],
  [
    'alter operator class s.ops using btree owner to postgres',
    ['~ operatorClass s.ops(btree): owner'],
  ],
  [
    'alter operator family s.fam using btree owner to postgres',
    ['~ operatorFamily s.fam(btree): owner'],
  ],
  [
    'alter text search configuration s.conf alter mapping for asciiword with simple',
    ['~ textSearchConfiguration s.conf: mappings'],
  ],
  [
    "alter text search dictionary s.dict (stopwords = 'french')",
    ['~ textSearchDictionary s.dict: options'],
  ],
  [
    'create text search parser s.pars (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype)',
    ['+ textSearchParser s.pars'],
  ],
  ['create text search template s.temp (lexize = dsimple_lexize)', ['+ textSearchTemplate s.temp']],
  ['drop cast (s.mood as integer)', ['- cast (s.mood as integer)']],
  ["comment on cast (s.mood as integer) is 'x'", ['~ cast (s.mood as integer): comment']],
  [
    'drop cast (s.mood as integer); create cast (s.mood as integer) with inout as implicit',
    ['~ cast (s.mood as integer): context'],
  ],
  [
    "create function s.number_of(s.mood) returns integer language sql immutable as 'select 1'; drop cast (s.mood as integer); create cast (s.mood as integer) with function s.number_of(s.mood) as assignment",
    ['~ cast (s.mood as integer): function, method', '+ function s.number_of(s.mood)'],
  ],
  ['create cast (s.mood as bigint) with inout', ['+ cast (s.mood as bigint)']],
  ["create collation s.coll2 (provider = icu, locale = 'de')", ['+ collation s.coll2']],
  ["alter server far options (set host 'near')", ['~ foreignServer far: options']],
  ["alter server far options (set sslkey 'other')", ['~ foreignServer far: secrets']],
  ["alter server far version '2'", ['~ foreignServer far: version']],
  ['comment on server far is null', ['~ foreignServer far: comment']],
  ['alter server far owner to service_role', ['~ foreignServer far: owner']],
  ['grant usage on foreign server far to authenticated', ['~ foreignServer far: rights']],
  [
    'create server near foreign data wrapper wrapper; alter server near owner to postgres',
    ['+ foreignServer near'],
  ],
  [
    "alter foreign data wrapper wrapper options (set a '3')",
    ['~ foreignDataWrapper wrapper: options'],
  ],
  ['alter foreign data wrapper wrapper no validator', ['~ foreignDataWrapper wrapper: validator']],
  [
    'create function s.handle() returns fdw_handler language c as $$$libdir/plpgsql$$, $$plpgsql_call_handler$$; alter foreign data wrapper wrapper handler s.handle',
    ['~ foreignDataWrapper wrapper: handler', '+ function s.handle()'],
  ],
  [
    'revoke usage on foreign data wrapper wrapper from anon',
    ['~ foreignDataWrapper wrapper: rights'],
  ],
  ['comment on foreign data wrapper wrapper is null', ['~ foreignDataWrapper wrapper: comment']],
  ['drop user mapping for postgres server far', ['- userMapping postgres on far']],
  [
    "alter user mapping for postgres server far options (set user 'you')",
    ['~ userMapping postgres on far: options'],
  ],
  [
    "alter user mapping for postgres server far options (set password 'other')",
    ['~ userMapping postgres on far: secrets'],
  ],
  ['create user mapping for anon server far', ['+ userMapping anon on far']],
  ["alter foreign table s.away options (set a '3')", ['~ foreignTable s.away: options']],
  ['alter foreign table s.away alter column word drop default', ['~ column s.away.word: default']],
  ['alter foreign table s.away drop constraint away_check', ['- constraint s.away.away_check']],
  ['comment on column s.away.id is null', ['~ column s.away.id: comment']],
  ['grant select on s.away to anon', ['~ foreignTable s.away: rights']],
  ['alter subscription sub set (binary = true)', ['~ subscription sub: binary']],
  [
    'alter subscription sub set publication pub with (refresh = false)',
    ['~ subscription sub: publications'],
  ],
  ["comment on subscription sub is 'other'", ['~ subscription sub: comment']],
  ["comment on large object 4711 is 'other'", ['~ largeObject 4711: comment']],
  ['grant update on large object 4711 to anon', ['~ largeObject 4711: rights']],
  ['alter large object 4711 owner to supabase_admin', ['- largeObject 4711']],
  ['select pg_catalog.lo_unlink(4711)', ['- largeObject 4711']],
  ['drop access method rows_too', ['- access method rows_too']],
  [
    "create conversion s.conv2 for 'LATIN1' to 'UTF8' from pg_catalog.iso8859_1_to_utf8",
    ['+ conversion s.conv2'],
  ],
  ['create type s.shell', ['+ type s.shell']],
  ['create trusted language lang handler pg_catalog.plpgsql_call_handler', ['+ language lang']],
  [
    'alter extension plpgsql add function s.add(integer, integer)',
    ['- function s.add(integer, integer)'],
  ],
  [
    'alter extension plpgsql drop table s.of_extension',
    [
      '- changedRights on table s.of_extension',
      '+ column s.of_extension.id',
      '+ table s.of_extension',
    ],
  ],
  ['alter table s.part_1 disable trigger all_parts', ['~ trigger s.part_1.all_parts: enabled']],
  [
    'alter index s.part_1_day_idx set (fillfactor = 50)',
    ['~ index s.part_1.part_1_day_idx: definition, options'],
  ],
  [
    "comment on constraint child_id_check on s.heir is 'x'",
    ['~ constraint s.heir.child_id_check: comment'],
  ],
]

/** What the readers say nothing of, and a change of it. */
export const unseen: readonly (readonly [what: string, change: string])[] = [
  [
    'triggers of PostgreSQL itself',
    `do $$
     declare
       name text;
     begin
       select tgname into name from pg_catalog.pg_trigger where tgisinternal and tgrelid = 's.child'::regclass limit 1;
       execute format('alter table s.child disable trigger %I', name);
     end
     $$`,
  ],
  ['comments on the row type of a table', "comment on type s.base is 'x'"],
  ['comments on constraints that are triggers', "comment on constraint checks on s.child is 'x'"],
  [
    'that a function goes with an extension',
    'alter function s.add(integer, integer) depends on extension plpgsql',
  ],
  ['foreign-data wrappers of superusers', 'create foreign data wrapper theirs'],
  ['foreign servers of superusers', 'create server theirs foreign data wrapper wrapper'],
  ['publications of superusers', "alter publication whole_schema set (publish = 'insert')"],
  [
    'default privileges of superusers',
    'alter default privileges for role supabase_admin in schema s grant select on tables to anon',
  ],
  ['what PostgreSQL brought', 'revoke execute on function pg_catalog.now() from public'],
  ['the platform', 'grant select on auth.users to anon'],
  ['policies on tables of the platform', 'create policy p on auth.users using (true)'],
  ['other schemas', 'create table elsewhere.more (id integer)'],
  ['where a subscription connects to', "alter subscription sub connection 'host=b password=other'"],
  ['large objects of superusers', 'select pg_catalog.lo_create(4242)'],
]
