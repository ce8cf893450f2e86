-- up
-- ! blocks_reads
alter table public.chairs
  add constraint legs_is_not_null check (legs is not null) not valid;
-- ! blocks_reads
alter table public.things
  add constraint id_is_not_null check (id is not null) not valid;
-- ! blocks_reads
alter table public.things
  add constraint things_what_check check ((what <> ''::text)) not valid;

-- the next migration
-- atlas:txmode none
create index concurrently chairs_what_idx on public.chairs using btree (what);

-- the next migration
-- ! scan, fails_on_rows
alter table public.chairs
  validate constraint legs_is_not_null;

-- the next migration
-- ! scan, fails_on_rows
alter table public.things
  validate constraint id_is_not_null;

-- the next migration
-- ! blocks_reads
alter table public.chairs
  alter column legs set not null;
alter table public.chairs
  drop constraint legs_is_not_null;

-- the next migration
-- ! blocks_reads
alter table public.things
  alter column id set not null;
alter table public.things
  drop constraint id_is_not_null;

-- the next migration
-- ! scan, fails_on_rows
alter table public.things
  validate constraint things_what_check;

-- down
-- ! blocks_reads
alter table public.things
  drop constraint things_what_check,
  add constraint things_what_check check ((what <> ''::text)) not valid;

-- the next migration
-- atlas:txmode none
-- ! blocks_reads
alter table public.things
  alter column id drop not null,
  add constraint id_is_not_null check ((id is not null)) not valid;
-- ! scan
alter table public.things
  validate constraint id_is_not_null;

-- the next migration
-- atlas:txmode none
-- ! blocks_reads
alter table public.chairs
  alter column legs drop not null,
  add constraint legs_is_not_null check ((legs is not null)) not valid;
-- ! scan
alter table public.chairs
  validate constraint legs_is_not_null;

-- the next migration
-- ! blocks_reads
alter table public.things
  drop constraint id_is_not_null,
  add constraint id_is_not_null check ((id is not null)) not valid;

-- the next migration
-- ! blocks_reads
alter table public.chairs
  drop constraint legs_is_not_null,
  add constraint legs_is_not_null check ((legs is not null)) not valid;

-- the next migration
-- atlas:txmode none
drop index concurrently public.chairs_what_idx;

-- the next migration
-- ! blocks_reads
alter table public.chairs
  drop constraint legs_is_not_null;
-- ! blocks_reads
alter table public.things
  drop constraint id_is_not_null,
  drop constraint things_what_check;
