-- up
-- ! blocks_reads
alter table public.a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_x
  drop constraint a_very_long_table_name_that_is_exactly_sixty_three_by_other_key;
-- ! blocks_reads
alter table public.a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_x
  drop constraint a_very_long_table_name_that_is_exactly_sixty_three_byte_c_check;
-- ! blocks_reads
alter table public.a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_x
  drop constraint a_very_long_table_name_that_is_exactly_sixty_three_bytes_l_pkey;
-- ! blocks_reads
drop index public.a_very_long_table_name_that_is_exactly_sixty_three_bytes__c_idx;
-- ! blocks_reads
alter table public.a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_x
  alter column id drop not null;
-- ! scan, blocks_reads, fails_on_rows
alter table public.a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_x
  alter column other set not null;
-- ! blocks_reads
alter table public."a.b"
  add column c integer;
-- ! data_loss, blocks_reads, breaks_clients
alter table public."select"
  drop column "table";
alter table public."select"
  reset (fillfactor);
alter table public."select"
  set (autovacuum_enabled=false);
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public."select"
  alter column "from" type bigint;
-- ! scan, blocks_reads, fails_on_rows
alter table public."select"
  alter column "from" set not null;
-- ! breaks_clients
revoke select ("from") on table public."select" from anon;
-- ! opens_access
grant update ("from") on table public."select" to anon;
-- ! blocks_reads
alter table only public."select"
  alter column "where" drop default;
-- ! blocks_reads
alter table public."select"
  alter column "where" type varchar;
-- ! blocks_reads
alter table only public."select"
  alter column "where" set default 'b'::varchar;
-- ! breaks_clients
revoke update ("where") on table public."select" from anon;
-- ! opens_access
grant select ("where") on table public."select" to anon;
-- ! rewrite, scan, blocks_reads
alter table public."select"
  add column "ta""ble" date generated always as ('2020-01-01'::date) stored;
alter table public."select"
  reset (toast.autovacuum_enabled);
-- ! blocks_reads
alter table public.a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_x
  add column d integer;
create table public.a (
  "b.c" integer
);
revoke all on table public.a from anon;
-- ! scan, blocks_reads, fails_on_rows
alter table public.a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_x
  add constraint a_very_long_table_name_that_is_exactly_sixty_three_byte_c_check check ((c > 1));
-- ! scan, blocks_reads, fails_on_rows
alter table public.a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_x
  add constraint a_very_long_table_name_that_is_exactly_sixty_three_bytes__d_key unique (d);
-- ! scan, blocks_reads, fails_on_rows
alter table public.a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_x
  add constraint a_very_long_table_name_that_is_exactly_sixty_three_bytes_l_pkey primary key (other);
-- ! scan, blocks_writes
create index a_very_long_table_name_that_is_exactly_sixty_three_byte_c_d_idx on public.a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_x using btree (c, d);

-- down
-- ! blocks_reads, breaks_clients
alter table public."select"
  drop column "ta""ble";
-- ! blocks_reads
alter table public.a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_x
  drop constraint a_very_long_table_name_that_is_exactly_sixty_three_byte_c_check;
-- ! blocks_reads
alter table public.a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_x
  drop constraint a_very_long_table_name_that_is_exactly_sixty_three_bytes__d_key;
-- ! blocks_reads
alter table public.a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_x
  drop constraint a_very_long_table_name_that_is_exactly_sixty_three_bytes_l_pkey;
-- ! blocks_reads
drop index public.a_very_long_table_name_that_is_exactly_sixty_three_byte_c_d_idx;
-- ! scan, blocks_reads, fails_on_rows
alter table public.a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_x
  alter column id set not null;
-- ! blocks_reads
alter table public.a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_x
  alter column other drop not null;
alter table public."select"
  reset (autovacuum_enabled);
alter table public."select"
  set (fillfactor=50);
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public."select"
  alter column "from" type integer;
-- ! blocks_reads
alter table public."select"
  alter column "from" drop not null;
-- ! breaks_clients
revoke update ("from") on table public."select" from anon;
-- ! opens_access
grant select ("from") on table public."select" to anon;
-- ! blocks_reads
alter table only public."select"
  alter column "where" drop default;
-- ! blocks_reads
alter table public."select"
  alter column "where" type text;
-- ! blocks_reads
alter table only public."select"
  alter column "where" set default 'a'::text;
-- ! breaks_clients
revoke select ("where") on table public."select" from anon;
-- ! opens_access
grant update ("where") on table public."select" to anon;
-- ! blocks_reads
alter table public."select"
  add column "table" date;
alter table public."select"
  set (toast.autovacuum_enabled=false);
-- ! data_loss, blocks_reads, breaks_clients
alter table public."a.b"
  drop column c;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_x
  drop column d;
-- ! data_loss, breaks_clients
drop table public.a;
-- ! scan, blocks_reads, fails_on_rows
alter table public.a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_x
  add constraint a_very_long_table_name_that_is_exactly_sixty_three_by_other_key unique (other);
-- ! scan, blocks_reads, fails_on_rows
alter table public.a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_x
  add constraint a_very_long_table_name_that_is_exactly_sixty_three_byte_c_check check ((c > 0));
-- ! scan, blocks_reads, fails_on_rows
alter table public.a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_x
  add constraint a_very_long_table_name_that_is_exactly_sixty_three_bytes_l_pkey primary key (id);
-- ! scan, blocks_writes
create index a_very_long_table_name_that_is_exactly_sixty_three_bytes__c_idx on public.a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_x using btree (c);
