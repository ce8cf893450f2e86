create table public.t (a integer, b timestamptz not null default now());
