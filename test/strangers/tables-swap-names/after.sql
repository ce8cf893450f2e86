create table public.b (id int primary key, x text); create table public.a (id int primary key, y text);
create index i on public.b (x);
