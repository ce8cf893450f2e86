-- up
alter operator family pg_catalog.integer_ops using btree
  drop operator 3 (integer, public.temp);
comment on operator family public.empty using hash is 'nothing is in it';
-- ! opens_access, breaks_clients
alter operator family public.empty using hash owner to supabase_admin;
create operator class public.ints
  for type integer using btree family pg_catalog.integer_ops as
    storage integer;
create operator family public.fresh using gist;

-- down
drop operator class public.ints using btree;
drop operator family public.fresh using gist;
comment on operator family public.empty using hash is null;
-- ! opens_access, breaks_clients
alter operator family public.empty using hash owner to postgres;
alter operator family pg_catalog.integer_ops using btree
  add operator 3 public.=(integer, public.temp);
