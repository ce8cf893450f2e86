-- up
-- ! changes_statements
alter event trigger a disable;
-- ! changes_statements
alter event trigger b enable replica;
-- ! changes_statements
alter event trigger c disable;
alter event trigger d enable replica;
-- ! blocks_reads
alter table public.notes
  add column body text;
comment on event trigger d is 'off';

-- down
alter event trigger d disable;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.notes
  drop column body;
-- ! changes_statements
alter event trigger a enable;
-- ! changes_statements
alter event trigger b enable;
-- ! changes_statements
alter event trigger c enable always;
comment on event trigger d is null;
