create table public.t (id bigint not null, name text);
