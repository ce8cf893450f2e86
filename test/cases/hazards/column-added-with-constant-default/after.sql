create table public.t (a integer, b integer not null default 0);
