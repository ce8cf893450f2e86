-- up
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.k
  enable row level security,
  add column d boolean default (('a'::varchar)::text = any ((array['a'::varchar, 'b'::varchar])::text[])),
  add column ok boolean generated always as (((word)::text = any ((array['a'::varchar, 'b'::varchar])::text[]))) stored;
create domain public.dom as varchar(10)
  default 'a'::varchar
  constraint dom_check check (((value)::text = any ((array['a'::varchar, 'b'::varchar])::text[])));
create statistics public.st
  on id, (word::text = any (array['a'::varchar, 'b'::varchar]::text[]))
  from public.k;
create table public.e (
  word varchar,
  r int4range,
  constraint e_r_excl exclude using gist (r with &&) where (((word)::text = any ((array['a'::varchar, 'b'::varchar])::text[])))
);
create table public.p (
  word varchar,
  id integer
)
partition by list (word);
create table public.p1 partition of public.p
for values in ('a', 'b');
create table public.p2 (
  word varchar,
  id integer,
  constraint p2_word_check check (((word)::text = 'c'::text))
)
partition by list ((((word)::text = any ((array['a'::varchar, 'b'::varchar])::text[]))));
-- ! opens_access
create function public.sf(a varchar default 'x'::varchar, b boolean default (('q'::varchar)::text = any ((array['a'::varchar, 'b'::varchar])::text[])))
 returns boolean
 language sql
 immutable
return (((a)::text = any ((array['a'::varchar, 'b'::varchar])::text[])) and b)
;
-- ! opens_access
create function public.sg(a varchar)
 returns boolean
 language sql
 immutable
begin atomic
 select ((sg.a)::text = any ((array['a'::varchar, 'b'::varchar])::text[]))
 union all
  select null::boolean;
end
;
-- ! opens_access
create function public.tf()
returns trigger
language plpgsql
as $$begin return new; end$$;
-- ! scan, opens_access
create materialized view public.m as
 select id,
        case
            when ((word)::text = any ((array['a'::varchar, 'b'::varchar])::text[])) then 1
            else 0
        end as x
   from public.k;
-- ! blocks_reads, opens_access
create policy p on public.k
  for all
  to public
  using ((word)::text = any ((array['a'::varchar, 'b'::varchar])::text[]))
  with check ((word)::text <> all ((array['c'::varchar, 'd'::varchar])::text[]));
-- ! blocks_reads
create rule r as
    on update to public.k
   where ((new.word)::text = any ((array['a'::varchar, 'b'::varchar])::text[])) do instead nothing;
-- ! blocks_writes
create trigger t before update on public.k for each row when ((((new.word)::text = any ((array['a'::varchar, 'b'::varchar])::text[])) and ((old.id >= 1) and (old.id <= 2)) and true)) execute function public.tf();
-- ! opens_access
create view public.v as
 select id,
    word,
    ok,
    d
   from public.k
  where (((word)::text = any ((array['a'::varchar, 'b'::varchar])::text[])) and ((id >= 1) and (id <= 2)) and (id < 5));

-- down
-- ! breaks_clients
drop domain public.dom;
-- ! breaks_clients
drop function public.sf(varchar, boolean);
-- ! breaks_clients
drop function public.sg(varchar);
-- ! breaks_clients
drop materialized view public.m;
-- ! blocks_reads, breaks_clients
drop policy p on public.k;
-- ! blocks_reads
drop rule r on public.k;
drop statistics public.st;
-- ! blocks_reads
drop trigger t on public.k;
-- ! breaks_clients
drop function public.tf();
-- ! breaks_clients
drop view public.v;
-- ! data_loss, blocks_reads, opens_access, breaks_clients
alter table public.k
  drop column ok,
  drop column d,
  disable row level security;
-- ! data_loss, breaks_clients
drop table public.e;
-- ! data_loss, breaks_clients
drop table public.p1;
-- ! data_loss, breaks_clients
drop table public.p;
-- ! data_loss, breaks_clients
drop table public.p2;
