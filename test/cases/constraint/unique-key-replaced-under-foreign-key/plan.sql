-- up
-- ! blocks_reads
alter table public.b
  drop constraint fk;
-- ! scan, blocks_reads, fails_on_rows
alter table public.a
  drop constraint a_code_key,
  add constraint a_code_key unique (code) deferrable;

-- down
-- ! scan, blocks_reads, fails_on_rows
alter table public.a
  drop constraint a_code_key,
  add constraint a_code_key unique (code);
-- ! scan, blocks_writes, fails_on_rows
alter table public.b
  add constraint fk foreign key (code)
    references public.a (code);
comment on constraint fk on public.b is 'FK';
