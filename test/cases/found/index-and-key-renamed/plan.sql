-- up
-- ! blocks_reads
alter table public.ticket
  drop constraint ticket_pk;
-- ! blocks_reads
drop index public.word_a;
-- ! scan, blocks_reads, fails_on_rows
alter table public.ticket
  add constraint ticket_pkey primary key (id);
-- ! scan, blocks_writes
create index word_b on public.ticket using btree (word);

-- down
-- ! blocks_reads
alter table public.ticket
  drop constraint ticket_pkey;
-- ! blocks_reads
drop index public.word_b;
-- ! scan, blocks_reads, fails_on_rows
alter table public.ticket
  add constraint ticket_pk primary key (id);
-- ! scan, blocks_writes
create index word_a on public.ticket using btree (word);
