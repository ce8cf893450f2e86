create table public.t (a integer);
create unlogged sequence public.s;
