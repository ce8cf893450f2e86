create table public.t (id bigint, name text);
