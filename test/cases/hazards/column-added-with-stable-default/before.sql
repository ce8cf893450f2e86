-- now() is stable: PostgreSQL computes it once and rewrites nothing.
create table public.t (a integer);
