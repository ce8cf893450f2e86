-- up
-- ! blocks_reads
drop index public.p_1_difference;
-- ! blocks_reads
drop index public.p_sum;
-- ! blocks_reads
drop index public.words_both;
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.p
  alter column a type numeric,
  alter column b type double precision;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column a type bigint,
  alter column b type bigint;
-- ! rewrite, scan, blocks_reads, fails_on_rows
alter table public.words
  drop column c,
  drop constraint words_check,
  alter column a type text,
  alter column b type text,
  add column c text generated always as ((a || b)) stored,
  add constraint words_check check ((a < b));
-- ! blocks_writes
create index p_sum on only public.p using btree ((((a)::double precision + b)));
-- ! scan, blocks_writes
create index p_1_difference on public.p_1 using btree ((((a)::double precision - b)));
-- ! scan, blocks_writes
create index p_1_expr_idx on public.p_1 using btree ((((a)::double precision + b)));
alter index public.p_sum attach partition public.p_1_expr_idx;
-- ! scan, blocks_writes
create index words_both on public.words using btree (((a || b)));

-- down
-- ! blocks_reads
drop index public.p_1_difference;
-- ! blocks_reads
drop index public.p_sum;
-- ! blocks_reads
drop index public.words_both;
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.p
  alter column a type integer,
  alter column b type numeric;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column a type integer,
  alter column b type integer;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.words
  drop column c,
  drop constraint words_check,
  alter column a type varchar(5),
  alter column b type varchar(6),
  add column c text generated always as (((a)::text || (b)::text)) stored,
  add constraint words_check check (((a)::text < (b)::text));
-- ! blocks_writes
create index p_sum on only public.p using btree ((((a)::numeric + b)));
-- ! scan, blocks_writes
create index p_1_difference on public.p_1 using btree ((((a)::numeric - b)));
-- ! scan, blocks_writes
create index p_1_expr_idx on public.p_1 using btree ((((a)::numeric + b)));
alter index public.p_sum attach partition public.p_1_expr_idx;
-- ! scan, blocks_writes
create index words_both on public.words using btree ((((a)::text || (b)::text)));
