-- up
drop view public.v;
drop operator public.~ (none, public.pair);
drop function public.swap(public.pair);
alter type public.pair rename to pair_old;
drop operator public.@+ (public.score, integer);
drop function public.more(public.score, integer);
alter domain public.score rename to score_old;
drop operator public.>>> (public.mood, public.mood);
drop function public.better(public.mood, public.mood);
alter type public.mood rename to mood_old;
-- ! breaks_clients, breaks_functions
create type public.pair as (
  b integer,
  a integer
);
-- ! fails_on_rows, breaks_clients
create domain public.score as bigint
  constraint score_check check ((value > 0));
create type public.mood as enum (
  'sad',
  'happy',
  'ok'
);
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column p type public.pair using case when p is distinct from null then row((p).b, (p).a)::public.pair end,
  alter column s type public.score,
  alter column m type public.mood using m::text::public.mood;
create function public.more(
  a public.score,
  b integer
)
returns public.score
language sql
immutable
as $$select a::bigint + b$$;
create operator public.@+ (
  function = public.more,
  leftarg = public.score,
  rightarg = integer
);
create function public.swap(a public.pair)
returns public.pair
language sql
immutable
as $$select row(($1).b, ($1).a)::public.pair$$;
create operator public.~ (
  function = public.swap,
  rightarg = public.pair
);
comment on operator public.~ (none, public.pair) is 'the other way round';
create function public.better(
  a public.mood,
  b public.mood
)
returns boolean
language sql
immutable
as $$select a > b$$;
create operator public.>>> (
  function = public.better,
  leftarg = public.mood,
  rightarg = public.mood
);
create view public.v as
 select id,
    (m operator(public.>>>) 'ok'::public.mood) as good,
    (s operator(public.@+) 1) as s,
    (operator(public.~) p) as p
   from public.t;
drop type public.pair_old;
drop domain public.score_old;
drop type public.mood_old;

-- down
drop view public.v;
drop operator public.~ (none, public.pair);
drop function public.swap(public.pair);
alter type public.pair rename to pair_old;
drop operator public.@+ (public.score, integer);
drop function public.more(public.score, integer);
alter domain public.score rename to score_old;
drop operator public.>>> (public.mood, public.mood);
drop function public.better(public.mood, public.mood);
alter type public.mood rename to mood_old;
-- ! breaks_clients, breaks_functions
create type public.pair as (
  a integer,
  b integer
);
-- ! fails_on_rows, breaks_clients
create domain public.score as integer
  constraint score_check check ((value > 0));
create type public.mood as enum (
  'sad',
  'ok',
  'happy'
);
-- ! rewrite, scan, blocks_reads
alter table public.t
  alter column p type public.pair using case when p is distinct from null then row((p).a, (p).b)::public.pair end,
  alter column s type public.score,
  alter column m type public.mood using m::text::public.mood;
create function public.more(
  a public.score,
  b integer
)
returns public.score
language sql
immutable
as $$select a + b$$;
create operator public.@+ (
  function = public.more,
  leftarg = public.score,
  rightarg = integer
);
create function public.swap(a public.pair)
returns public.pair
language sql
immutable
as $$select row(($1).b, ($1).a)::public.pair$$;
create operator public.~ (
  function = public.swap,
  rightarg = public.pair
);
comment on operator public.~ (none, public.pair) is 'the other way round';
create function public.better(
  a public.mood,
  b public.mood
)
returns boolean
language sql
immutable
as $$select a > b$$;
create operator public.>>> (
  function = public.better,
  leftarg = public.mood,
  rightarg = public.mood
);
create view public.v as
 select id,
    (m operator(public.>>>) 'ok'::public.mood) as good,
    (s operator(public.@+) 1) as s,
    (operator(public.~) p) as p
   from public.t;
drop type public.pair_old;
drop domain public.score_old;
drop type public.mood_old;
