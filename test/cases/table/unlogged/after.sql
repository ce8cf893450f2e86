create unlogged table public.t (id bigint generated always as identity primary key);
create unlogged table public.u (id bigint generated always as identity primary key);
