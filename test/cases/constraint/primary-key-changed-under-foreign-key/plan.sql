-- up
-- ! blocks_reads
alter table public.b
  drop constraint fk;
-- ! scan, blocks_reads, fails_on_rows
alter table public.a
  drop constraint a_pkey,
  alter column code set not null,
  add constraint a_pkey primary key (id, code);
-- ! scan, blocks_writes, fails_on_rows
alter table public.b
  add constraint fk foreign key (code)
    references public.a (code) on delete cascade;

-- down
-- ! blocks_reads
alter table public.b
  drop constraint fk;
-- ! scan, blocks_reads, fails_on_rows
alter table public.a
  drop constraint a_pkey,
  alter column code drop not null,
  add constraint a_pkey primary key (id);
-- ! scan, blocks_writes, fails_on_rows
alter table public.b
  add constraint fk foreign key (code)
    references public.a (code);
