-- up
-- ! scan, blocks_reads, fails_on_rows
alter table public.a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_x
  drop constraint a_very_long_table_name_that_is_exactly_sixty_three_by_other_key,
  drop constraint a_very_long_table_name_that_is_exactly_sixty_three_byte_c_check,
  drop constraint a_very_long_table_name_that_is_exactly_sixty_three_bytes_l_pkey,
  alter column id drop not null,
  alter column other set not null;
-- ! blocks_reads
drop index public.a_very_long_table_name_that_is_exactly_sixty_three_bytes__c_idx;
-- ! blocks_reads
alter table public."a.b"
  add column c integer;
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public."select"
  drop column "table",
  reset (fillfactor),
  set (autovacuum_enabled=false),
  alter column "from" type bigint,
  alter column "from" set not null,
  alter column "where" drop default,
  alter column "where" type varchar,
  alter column "where" set default 'b'::varchar,
  add column "ta""ble" date generated always as ('2020-01-01'::date) stored;
-- ! breaks_clients
revoke select ("from") on table public."select" from anon;
-- ! opens_access
grant update ("from") on table public."select" to anon;
-- ! breaks_clients
revoke update ("where") on table public."select" from anon;
-- ! opens_access
grant select ("where") on table public."select" to anon;
alter table public."select"
  reset (toast.autovacuum_enabled);
-- ! scan, blocks_reads, fails_on_rows
alter table public.a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_x
  add column d integer,
  add constraint a_very_long_table_name_that_is_exactly_sixty_three_byte_c_check check ((c > 1)),
  add constraint a_very_long_table_name_that_is_exactly_sixty_three_bytes__d_key unique (d),
  add constraint a_very_long_table_name_that_is_exactly_sixty_three_bytes_l_pkey primary key (other);
create table public.a (
  "b.c" integer
);
-- ! scan, blocks_writes
create index a_very_long_table_name_that_is_exactly_sixty_three_byte_c_d_idx on public.a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_x using btree (c, d);

-- down
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public."select"
  drop column "ta""ble",
  reset (autovacuum_enabled),
  set (fillfactor=50),
  alter column "from" type integer,
  alter column "from" drop not null,
  alter column "where" drop default,
  alter column "where" type text,
  alter column "where" set default 'a'::text,
  add column "table" date;
-- ! scan, blocks_reads, fails_on_rows
alter table public.a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_x
  drop constraint a_very_long_table_name_that_is_exactly_sixty_three_byte_c_check,
  drop constraint a_very_long_table_name_that_is_exactly_sixty_three_bytes__d_key,
  drop constraint a_very_long_table_name_that_is_exactly_sixty_three_bytes_l_pkey,
  alter column id set not null,
  alter column other drop not null;
-- ! blocks_reads
drop index public.a_very_long_table_name_that_is_exactly_sixty_three_byte_c_d_idx;
-- ! breaks_clients
revoke update ("from") on table public."select" from anon;
-- ! opens_access
grant select ("from") on table public."select" to anon;
-- ! breaks_clients
revoke select ("where") on table public."select" from anon;
-- ! opens_access
grant update ("where") on table public."select" to anon;
alter table public."select"
  set (toast.autovacuum_enabled=false);
-- ! data_loss, blocks_reads, breaks_clients
alter table public."a.b"
  drop column c;
-- ! data_loss, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_x
  drop column d,
  add constraint a_very_long_table_name_that_is_exactly_sixty_three_by_other_key unique (other),
  add constraint a_very_long_table_name_that_is_exactly_sixty_three_byte_c_check check ((c > 0)),
  add constraint a_very_long_table_name_that_is_exactly_sixty_three_bytes_l_pkey primary key (id);
-- ! data_loss, breaks_clients
drop table public.a;
-- ! scan, blocks_writes
create index a_very_long_table_name_that_is_exactly_sixty_three_bytes__c_idx on public.a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_x using btree (c);
