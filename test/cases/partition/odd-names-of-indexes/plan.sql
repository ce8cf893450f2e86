-- up
-- ! blocks_reads
create table "S x"."P 1" partition of "S x"."P t"
for values in (1);
create index "J j" on "S x"."P 1" using btree (id);
-- ! blocks_writes
create index "P t_K y_idx" on "S x"."P t" using btree ("K y");

-- down
-- ! data_loss, blocks_reads, breaks_clients
drop table "S x"."P 1";
-- ! blocks_reads
drop index "S x"."P t_K y_idx";
