create table public.t (id integer primary key, name text);
create index t_name_idx on public.t (name);
