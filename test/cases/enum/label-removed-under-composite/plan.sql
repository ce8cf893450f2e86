-- up
-- ! rewrite, scan, blocks_reads
alter table public.walls
  alter column coats type text[] using coats::text[];
-- ! blocks_reads
drop index public.red_walls;
drop function public.red(public.paint);
-- ! rewrite, scan, blocks_reads
alter table public.walls
  alter column paint type text using paint::text;
drop type public.paint;
drop type public.tint;
-- ! fails_on_rows, breaks_clients
create type public.tint as enum (
  'red',
  'green'
);
revoke all on type public.tint from public;
grant usage on type public.tint to public;
create type public.paint as (
  name text,
  tints public.tint[]
);
revoke all on type public.paint from public;
grant usage on type public.paint to public;
-- ! rewrite, scan, blocks_reads
alter table public.walls
  alter column coats type public.paint[] using coats::public.paint[];
-- ! rewrite, scan, blocks_reads
alter table public.walls
  alter column paint type public.paint using paint::public.paint;
create function public.red(p public.paint)
 returns boolean
 language sql
 immutable
return ('red'::public.tint = any ((p).tints))
;
revoke all on function public.red(public.paint) from public;
grant execute on function public.red(public.paint) to public;
-- ! scan, blocks_writes
create index red_walls on public.walls using btree (public.red(paint));

-- down
alter type public.tint add value 'blue' after 'green';
