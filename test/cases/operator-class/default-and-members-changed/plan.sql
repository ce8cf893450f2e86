-- up
-- ! blocks_reads
alter table public.days
  drop constraint days_low_key;
-- ! blocks_reads
drop index public.days_low_idx;
drop operator class public.few_ops using btree;
drop operator class public.temp_ops using btree;
-- ! changes_statements
create operator class public.few_ops
  default for type public.temp using btree family public.temp_ops_too as
    operator 1 public.<(public.temp, public.temp),
    operator 2 public.<=(public.temp, public.temp),
    operator 3 public.=(public.temp, public.temp),
    operator 4 public.>=(public.temp, public.temp),
    operator 5 public.>(public.temp, public.temp),
    function 1 (public.temp, public.temp) public.temp_cmp(public.temp, public.temp);
alter operator family public.hashes using hash
  add operator 1 public.=(public.temp, public.temp);
-- ! changes_statements
create operator class public.temp_ops
  for type public.temp using btree as
    operator 1 public.<(public.temp, public.temp),
    operator 2 public.<=(public.temp, public.temp),
    operator 3 public.=(public.temp, public.temp),
    operator 4 public.>=(public.temp, public.temp),
    operator 5 public.>(public.temp, public.temp),
    function 1 (public.temp, public.temp) public.temp_cmp(public.temp, public.temp);
-- ! blocks_reads
create or replace view public.lows as
 select low
   from public.days;
-- ! scan, blocks_writes
create index days_low_idx on public.days using btree (low);
-- ! scan, blocks_writes, fails_on_rows
create unique index days_low_key on public.days using btree (low public.temp_ops);

-- down
-- ! blocks_reads
drop index public.days_low_idx;
-- ! blocks_reads
drop index public.days_low_key;
drop operator class public.few_ops using btree;
drop operator class public.hashes using hash;
drop operator class public.temp_ops using btree;
create operator class public.hashes
  for type public.temp using hash as
    function 1 (public.temp, public.temp) public.temp_hash(public.temp);
-- ! changes_statements
create operator class public.temp_ops
  default for type public.temp using btree as
    operator 1 public.<(public.temp, public.temp),
    operator 2 public.<=(public.temp, public.temp),
    operator 3 public.=(public.temp, public.temp),
    operator 4 public.>=(public.temp, public.temp),
    operator 5 public.>(public.temp, public.temp),
    function 1 (public.temp, public.temp) public.temp_cmp(public.temp, public.temp);
-- ! changes_statements
create operator class public.few_ops
  for type public.temp using btree family public.temp_ops_too as
    operator 1 public.<(public.temp, public.temp),
    operator 2 public.<=(public.temp, public.temp),
    operator 3 public.=(public.temp, public.temp),
    operator 4 public.>=(public.temp, public.temp),
    operator 5 public.>(public.temp, public.temp),
    function 1 (public.temp, public.temp) public.temp_cmp(public.temp, public.temp);
-- ! blocks_reads
create or replace view public.lows as
 select distinct low
   from public.days
  order by low;
-- ! scan, blocks_reads, fails_on_rows
alter table public.days
  add constraint days_low_key unique (low);
-- ! scan, blocks_writes
create index days_low_idx on public.days using btree (low public.few_ops);
