create type public.mood as enum ('sad');
create type public.pair as (a integer);
create domain public.code as text constraint short check (length(value) < 9);
comment on type public.mood is 'Mood.';
comment on type public.pair is 'Pair.';
comment on domain public.code is 'Code.';
comment on constraint short on domain public.code is 'Short.';
