-- up
-- ! blocks_reads
drop policy "my policy" on "P"."T t";
-- ! breaks_clients
drop function "P".me();
-- ! blocks_reads
drop policy "q""q" on "P"."T t";
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table "P"."T t"
  alter column "a""b" type varchar(40),
  alter column "user id" type text,
  alter column o type bigint;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table "P"."o.ther"
  force row level security,
  alter column id type bigint;
-- ! blocks_reads, breaks_clients
alter policy all_of on "P"."o.ther"
  with check (false);
-- ! opens_access
create function "P".me(strict_one boolean default true)
returns uuid
language sql
stable
as $$select '00000000-0000-0000-0000-000000000000'::uuid$$;
-- ! blocks_reads, opens_access, changes_access
create policy "my policy" on "P"."T t"
  for select
  to public
  using ("user id" = (( select "P".me() as me))::text);
-- ! blocks_reads, changes_access
create policy "q""q" on "P"."T t"
  as restrictive
  for update
  to public
  using (exists ( select
   from "P"."o.ther" x
  where ((x.id = "T t".o) and (x.t > 0))))
  with check (("a""b")::text <> 'it''s )('::text);

-- down
-- ! blocks_reads
drop policy "my policy" on "P"."T t";
-- ! breaks_clients
drop function "P".me(boolean);
-- ! blocks_reads
drop policy "q""q" on "P"."T t";
-- ! blocks_reads
drop policy all_of on "P"."o.ther";
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table "P"."T t"
  alter column "a""b" type text,
  alter column "user id" type uuid using "user id"::uuid,
  alter column o type integer;
-- ! rewrite, scan, blocks_reads, fails_on_rows, opens_access, breaks_clients
alter table "P"."o.ther"
  no force row level security,
  alter column id type integer;
-- ! opens_access
create function "P".me()
returns uuid
language sql
stable
as $$select '00000000-0000-0000-0000-000000000000'::uuid$$;
-- ! blocks_reads, changes_access, breaks_clients
create policy "my policy" on "P"."T t"
  for select
  to anon, authenticated
  using ("user id" = ( select "P".me() as me));
comment on policy "my policy" on "P"."T t" is 'mine';
-- ! blocks_reads, changes_access
create policy "q""q" on "P"."T t"
  as restrictive
  for update
  to public
  using (exists ( select
   from "P"."o.ther" x
  where (x.id = "T t".o)))
  with check ("a""b" <> 'it''s ('::text);
-- ! blocks_reads, opens_access
create policy all_of on "P"."o.ther"
  for all
  to public
  using (true);
