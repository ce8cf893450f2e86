create table public.t (a integer, b integer not null default 7, c timestamptz not null default now());
