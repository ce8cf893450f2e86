-- up
-- ! blocks_reads
alter table public.ticket
  rename constraint ticket_pk to ticket_pkey;
alter index public.word_a rename to word_b;

-- down
-- ! blocks_reads
alter table public.ticket
  rename constraint ticket_pkey to ticket_pk;
alter index public.word_b rename to word_a;
