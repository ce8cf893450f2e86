create table public.t (a int);
grant select on table public.t to anon;
alter table public.t enable row level security;
comment on table public.t is 'T.';
