-- up
-- ! blocks_reads, breaks_clients
alter table public.a enable row level security;
-- ! blocks_reads, breaks_clients
alter table public.b force row level security;
-- ! blocks_reads, opens_access
alter table public.c
  disable row level security,
  no force row level security;
-- ! blocks_reads, opens_access
alter table public.d no force row level security;

-- down
-- ! blocks_reads, opens_access
alter table public.a disable row level security;
-- ! blocks_reads, opens_access
alter table public.b no force row level security;
-- ! blocks_reads, breaks_clients
alter table public.c
  enable row level security,
  force row level security;
-- ! blocks_reads, breaks_clients
alter table public.d force row level security;
