-- up
-- ! data_loss, blocks_reads, breaks_clients, breaks_functions
alter table public."Big T"
  drop column "logLevel";

-- down
-- ! blocks_reads
alter table public."Big T"
  add column "logLevel" text;
