-- up
-- ! blocks_reads
drop index public.red_walls;
drop function public.red(public.paint);
alter type public.paint rename to paint_old;
alter type public.tint rename to tint_old;
-- ! fails_on_rows, breaks_clients
create type public.tint as enum (
  'red',
  'green'
);
create type public.paint as (
  name text,
  tints public.tint[]
);
-- ! rewrite, scan, blocks_reads
alter table public.walls
  alter column coats type public.paint[] using coats::text[]::public.paint[],
  alter column paint type public.paint using paint::text::public.paint;
create function public.red(p public.paint)
 returns boolean
 language sql
 immutable
return ('red'::public.tint = any ((p).tints))
;
-- ! scan, blocks_writes
create index red_walls on public.walls using btree (public.red(paint));
drop type public.paint_old;
drop type public.tint_old;

-- down
alter type public.tint add value 'blue' after 'green';
