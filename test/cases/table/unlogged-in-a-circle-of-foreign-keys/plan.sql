-- up
-- ! blocks_reads
alter table public.mode
  drop constraint mode_token_fkey;
-- ! rewrite, scan, blocks_reads
alter table public.locks
  set unlogged;
-- ! rewrite, scan, blocks_reads
alter table public.mode
  set unlogged;
-- ! scan, blocks_writes
alter table public.mode
  add constraint mode_token_fkey foreign key (token)
    references public.locks (token) deferrable initially deferred;

-- down
-- ! blocks_reads
alter table public.mode
  drop constraint mode_token_fkey;
-- ! rewrite, scan, blocks_reads
alter table public.mode
  set logged;
-- ! rewrite, scan, blocks_reads
alter table public.locks
  set logged;
-- ! scan, blocks_writes
alter table public.mode
  add constraint mode_token_fkey foreign key (token)
    references public.locks (token) deferrable initially deferred;
