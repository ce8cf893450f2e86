create table public.t (a integer default 1, b text default 'x', c timestamptz default now());
