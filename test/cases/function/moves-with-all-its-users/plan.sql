-- up
alter domain public.word
  drop constraint word_check;
-- ! blocks_reads
drop index public.i;
-- ! opens_access
create function y.now_utc()
returns timestamptz
language sql
stable
as $$select now()$$;
-- ! blocks_reads
alter table public.t
  drop constraint c,
  alter column at set default y.now_utc();
-- ! breaks_clients
drop function x.now_utc();
-- ! opens_access
create function y.ok(text)
returns boolean
language sql
immutable
as $$select $1 <> ''$$;
-- ! rewrite, scan, blocks_reads, fails_on_rows
alter table public.t
  alter column up set expression as (
case
    when y.ok((w)::text) then 'y'::text
    else null::text
end),
  add constraint c check (y.ok((w)::text));
-- ! blocks_reads, changes_access
alter policy p on public.t
  using (y.ok((w)::text));
-- ! blocks_reads
create or replace rule ru as
    on delete to public.t
   where y.ok((old.w)::text) do instead nothing;
-- ! blocks_reads
create or replace view public.v as
 select y.ok((w)::text) as ok
   from public.t;
-- ! scan, blocks_writes, fails_on_rows
alter domain public.word
  add constraint word_check check (y.ok(value));
-- ! opens_access
create function y.touch()
returns trigger
language plpgsql
as $$begin return new; end$$;
-- ! blocks_writes
create or replace trigger tr before insert on public.t for each row when (y.ok((new.w)::text)) execute function y.touch();
-- ! breaks_clients
drop function x.ok(text);
-- ! breaks_clients
drop function x.touch();
-- ! scan, blocks_writes
create index i on public.t using btree (y.ok((w)::text));

-- down
alter domain public.word
  drop constraint word_check;
-- ! blocks_reads
drop index public.i;
-- ! opens_access
create function x.now_utc()
returns timestamptz
language sql
stable
as $$select now()$$;
-- ! blocks_reads
alter table public.t
  drop constraint c,
  alter column at set default x.now_utc();
-- ! breaks_clients
drop function y.now_utc();
-- ! opens_access
create function x.ok(text)
returns boolean
language sql
immutable
as $$select $1 <> ''$$;
-- ! rewrite, scan, blocks_reads, fails_on_rows
alter table public.t
  alter column up set expression as (
case
    when x.ok((w)::text) then 'y'::text
    else null::text
end),
  add constraint c check (x.ok((w)::text));
-- ! blocks_reads, changes_access
alter policy p on public.t
  using (x.ok((w)::text));
-- ! blocks_reads
create or replace rule ru as
    on delete to public.t
   where x.ok((old.w)::text) do instead nothing;
-- ! blocks_reads
create or replace view public.v as
 select x.ok((w)::text) as ok
   from public.t;
-- ! scan, blocks_writes, fails_on_rows
alter domain public.word
  add constraint word_check check (x.ok(value));
-- ! opens_access
create function x.touch()
returns trigger
language plpgsql
as $$begin return new; end$$;
-- ! blocks_writes
create or replace trigger tr before insert on public.t for each row when (x.ok((new.w)::text)) execute function x.touch();
-- ! breaks_clients
drop function y.ok(text);
-- ! breaks_clients
drop function y.touch();
-- ! scan, blocks_writes
create index i on public.t using btree (x.ok((w)::text));
