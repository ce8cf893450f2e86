-- not online: constraint public.stays.stays_room_excl: PostgreSQL builds the index of an exclusion constraint with the constraint alone
-- up
-- ! scan, blocks_reads, fails_on_rows
alter table public.stays
  add constraint stays_room_excl exclude using gist (room with &&);

-- down
-- ! blocks_reads
alter table public.stays
  drop constraint stays_room_excl;
