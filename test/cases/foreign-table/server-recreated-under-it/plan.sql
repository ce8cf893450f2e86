-- up
drop view public.near;
drop foreign table public.remote;
drop server far;
create server far
  type 'b'
  foreign data wrapper w;
create foreign table public.remote (
  id integer,
  word text default 'x'::text
)
server far
options (t 'a');
comment on column public.remote.word is 'A word';
grant select (word) on table public.remote to authenticated;
-- ! blocks_writes
create trigger seen before update on public.remote for each row execute function public.seen();
create view public.near as
 select id
   from public.remote;
grant select on table public.near to anon;

-- down
drop view public.near;
drop foreign table public.remote;
drop server far;
create server far
  type 'a'
  foreign data wrapper w;
create foreign table public.remote (
  id integer,
  word text default 'x'::text
)
server far
options (t 'a');
comment on column public.remote.word is 'A word';
grant select (word) on table public.remote to authenticated;
-- ! blocks_writes
create trigger seen before update on public.remote for each row execute function public.seen();
create view public.near as
 select id
   from public.remote;
grant select on table public.near to anon;
