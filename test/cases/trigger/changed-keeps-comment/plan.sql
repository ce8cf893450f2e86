-- up
-- ! blocks_reads
drop trigger x on public.t;
-- ! blocks_writes
create trigger x after insert or update of b on public.t for each row when ((new.a is not null)) execute function public.touch('x''y');
comment on trigger x on public.t is 'X.';

-- down
-- ! blocks_reads
drop trigger x on public.t;
-- ! blocks_writes
create trigger x before update on public.t for each row execute function public.touch();
comment on trigger x on public.t is 'X.';
