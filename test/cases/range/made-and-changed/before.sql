create type public.r as range (subtype = integer);
create table public.t (a public.r);
