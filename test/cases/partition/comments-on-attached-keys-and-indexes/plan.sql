-- up
-- ! blocks_reads
create table public.log_b partition of public.log
for values in ('b');
comment on constraint log_a_pkey on public.log_a is 'two';
comment on index public.log_a_pkey is null;
comment on index public.log_a_id_idx is 'y';
comment on constraint log_b_pkey on public.log_b is 'bb';
comment on index public.log_b_id_idx is 'bi';

-- down
-- ! data_loss, blocks_reads, breaks_clients
drop table public.log_b;
comment on constraint log_a_pkey on public.log_a is 'one';
comment on index public.log_a_pkey is 'one i';
comment on index public.log_a_id_idx is 'x';
