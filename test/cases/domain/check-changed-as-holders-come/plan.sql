-- up
alter domain public.short_text
  drop constraint short_text_check;
-- ! scan, blocks_writes, fails_on_rows
alter domain public.short_text
  add constraint short_text_check check ((length(value) < 20));
alter type public.pair
  add attribute b public.short_text;
-- ! blocks_reads
alter table public.pairs
  add column plain public.plain;
-- ! blocks_reads
alter table public.plain
  add column notes public.short_text[];
create table public.lists (
  id bigint not null,
  notes public.short_text[] not null,
  constraint lists_pkey primary key (id)
);

-- down
alter domain public.short_text
  drop constraint short_text_check;
-- ! data_loss, breaks_clients
alter type public.pair
  drop attribute b;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.pairs
  drop column plain;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.plain
  drop column notes;
-- ! data_loss, breaks_clients
drop table public.lists;
-- ! scan, blocks_writes, fails_on_rows
alter domain public.short_text
  add constraint short_text_check check ((length(value) < 10));
