-- up
drop view public.v;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.k
  alter column id type bigint;
-- ! breaks_clients
create view public.v as
 select id,
    word,
    gone
   from public.k
  where ((word)::text = any ((array['a'::varchar, 'b'::varchar])::text[]));

-- down
drop view public.v;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.k
  alter column id type integer;
-- ! breaks_clients
create view public.v as
 select id,
    word,
    gone
   from public.k
  where ((word)::text = any ((array['a'::varchar, 'b'::varchar])::text[]));
