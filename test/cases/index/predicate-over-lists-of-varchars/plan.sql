-- up
-- ! scan, blocks_writes
create index i on public.k using btree (id) where ((word)::text = any ((array['a'::varchar, 'b'::varchar])::text[]));
-- ! scan, blocks_writes, fails_on_rows
create unique index j on public.k using btree ((((word)::text = any ((array['a'::varchar, 'b'::varchar])::text[]))), coalesce(word, 'x'::varchar)) where (((word)::text ~~ any ((array['a'::varchar, 'b'::varchar])::text[])) and ((id >= 1) and (id <= 3)));

-- down
-- ! blocks_reads
drop index public.i;
-- ! blocks_reads
drop index public.j;
