-- up
-- ! opens_access
alter default privileges for role postgres in schema "a-b"
  grant select on tables to anon;
-- ! blocks_reads, breaks_clients
alter table "a-b"."x.y" enable row level security;
-- ! opens_access
grant select ("p q") on table "a-b"."x.y" to anon;
create type "a-b"."ty pe" as (
  "f f" integer
);
-- ! opens_access
create publication "pub l"
  for table "a-b"."x.y" ("p q");
create sequence "a-b"."s.t"
  owned by "a-b"."x.y"."p q";
-- ! scan, blocks_writes
create index "x.y_É_idx" on "a-b"."x.y" using btree ("É");
-- ! blocks_reads, opens_access
create policy "x"";drop" on "a-b"."x.y"
  for all
  to public
  using ("p q" = 1);

-- down
-- ! breaks_clients
drop type "a-b"."ty pe";
-- ! breaks_clients
alter default privileges for role postgres in schema "a-b"
  revoke select on tables from anon;
-- ! blocks_reads
drop index "a-b"."x.y_É_idx";
-- ! blocks_reads, breaks_clients
drop policy "x"";drop" on "a-b"."x.y";
-- ! breaks_clients
drop publication "pub l";
-- ! data_loss, breaks_clients
drop sequence "a-b"."s.t";
-- ! blocks_reads, opens_access
alter table "a-b"."x.y" disable row level security;
-- ! breaks_clients
revoke select ("p q") on table "a-b"."x.y" from anon;
