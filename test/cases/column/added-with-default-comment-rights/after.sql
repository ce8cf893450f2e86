create table public.t (id integer primary key, name text collate "C" not null default 'x''y');
comment on column public.t.name is 'The name.';
grant select (name), update (name) on public.t to anon;
