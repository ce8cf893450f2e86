-- up
-- ! blocks_writes
alter sequence public.moves owned by none;
-- ! blocks_reads, opens_access, breaks_clients
alter sequence public.moves owner to authenticated;
-- ! blocks_writes
alter sequence public.moves owned by public.two.id;
-- ! blocks_writes
alter sequence public.stays owned by none;
-- ! blocks_reads, opens_access, breaks_clients
alter table public.given owner to anon;
-- ! blocks_reads
alter table public.two
  add column other integer;
-- ! blocks_reads, opens_access, breaks_clients
alter sequence public.free owner to authenticated;
-- ! blocks_writes
alter sequence public.free owned by public.two.other;
create sequence public.one_added_seq
  as integer;
-- ! opens_access
alter sequence public.one_added_seq owner to anon;
-- ! rewrite, scan, blocks_reads
alter table public.one
  add column added integer not null default nextval('public.one_added_seq'::regclass);
alter sequence public.one_added_seq owned by public.one.added;

-- down
-- ! blocks_writes
alter sequence public.free owned by none;
-- ! blocks_reads, opens_access, breaks_clients
alter sequence public.free owner to anon;
-- ! blocks_writes
alter sequence public.moves owned by none;
-- ! blocks_reads, opens_access, breaks_clients
alter sequence public.moves owner to anon;
-- ! blocks_writes
alter sequence public.moves owned by public.one.id;
-- ! blocks_reads, opens_access, breaks_clients
alter table public.given owner to postgres;
-- ! blocks_writes
alter sequence public.stays owned by public.given.id;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.one
  drop column added;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.two
  drop column other;
