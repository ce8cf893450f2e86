-- not online: constraint public.events.events_day_fkey: before PostgreSQL 18 no foreign key of a partitioned table can be unchecked
-- up
-- ! blocks_reads
alter table public.events
  add constraint what_is_not_null check (what is not null) not valid;
-- ! scan, blocks_writes, fails_on_rows
alter table public.events
  add constraint events_day_fkey foreign key (day)
    references public.days (day);
-- ! blocks_reads
alter table public.events
  add constraint events_id_check check ((id > 0)) not valid;

-- the next migration
-- atlas:txmode none
create index concurrently events_2025_id_what_idx on public.events_2025 using btree (id, what);

-- the next migration
-- atlas:txmode none
create index concurrently events_2026_a_id_what_idx on public.events_2026_a using btree (id, what);

-- the next migration
-- ! scan, fails_on_rows
alter table public.events
  validate constraint what_is_not_null;

-- the next migration
-- ! blocks_reads
alter table public.events
  alter column what set not null;
alter table public.events
  drop constraint what_is_not_null;

-- the next migration
-- ! blocks_writes
create index events_id_idx on only public.events using btree (id, what);
-- ! blocks_writes
create index events_2026_id_what_idx on only public.events_2026 using btree (id, what);
alter index public.events_2026_id_what_idx attach partition public.events_2026_a_id_what_idx;
alter index public.events_id_idx attach partition public.events_2026_id_what_idx;
alter index public.events_id_idx attach partition public.events_2025_id_what_idx;

-- the next migration
comment on index public.events_id_idx is 'By number.';

-- the next migration
-- ! scan, fails_on_rows
alter table public.events
  validate constraint events_id_check;

-- down
-- ! blocks_reads
alter table public.events
  drop constraint events_id_check,
  add constraint events_id_check check ((id > 0)) not valid;

-- the next migration
comment on index public.events_id_idx is null;

-- the next migration
-- atlas:txmode none
-- ! blocks_reads
drop index public.events_id_idx;
create index concurrently events_2025_id_what_idx on public.events_2025 using btree (id, what);
create index concurrently events_2026_a_id_what_idx on public.events_2026_a using btree (id, what);

-- the next migration
-- atlas:txmode none
-- ! blocks_reads
alter table public.events
  alter column what drop not null,
  add constraint what_is_not_null check ((what is not null)) not valid;
-- ! scan
alter table public.events
  validate constraint what_is_not_null;

-- the next migration
-- ! blocks_reads
alter table public.events
  drop constraint what_is_not_null,
  add constraint what_is_not_null check ((what is not null)) not valid;

-- the next migration
-- atlas:txmode none
drop index concurrently public.events_2026_a_id_what_idx;

-- the next migration
-- atlas:txmode none
drop index concurrently public.events_2025_id_what_idx;

-- the next migration
-- ! blocks_reads
alter table public.events
  drop constraint events_day_fkey,
  drop constraint events_id_check,
  drop constraint what_is_not_null;
