-- up
-- ! blocks_reads, opens_access
alter table public.t
  disable row level security,
  no force row level security;

-- down
-- ! blocks_reads, breaks_clients
alter table public.t
  enable row level security,
  force row level security;
