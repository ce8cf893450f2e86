-- up
alter type public.mood rename to mood_old;
comment on column public.t.s is 'Large.';
-- ! opens_access
grant select (n), update (s) on table public.t to public;
-- ! fails_on_rows, breaks_clients
create type public.mood as enum (
  'c',
  'a'
);
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column n type numeric(12,4),
  alter column n set not null,
  alter column s type bigint,
  alter column mood type public.mood using mood::text::public.mood;
drop type public.mood_old;

-- down
alter type public.mood rename to mood_old;
-- ! breaks_clients
revoke select (n) on table public.t from public;
comment on column public.t.s is 'Small.';
-- ! breaks_clients
revoke update (s) on table public.t from public;
-- ! fails_on_rows, breaks_clients
create type public.mood as enum (
  'a',
  'b'
);
-- ! data_loss, rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column n type numeric(10,2),
  alter column n drop not null,
  alter column s type smallint,
  alter column mood type public.mood using mood::text::public.mood;
drop type public.mood_old;
