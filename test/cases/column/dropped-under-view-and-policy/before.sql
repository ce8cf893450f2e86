create table public.t (id integer primary key, owner_id integer, name text);
alter table public.t enable row level security;
create policy own on public.t for select to anon using (owner_id = 1);
create view public.v as select id, owner_id from public.t;
create index t_owner_id_idx on public.t (owner_id);
