create table public.t (id integer primary key, name text);
alter table public.t enable row level security;
create policy own on public.t for select to anon using (id = 1);
create view public.v as select id from public.t;
