create table public.a (id int primary key, x text); create table public.b (id int primary key, y text);
create index i on public.a (x); insert into public.a values (1, 'a'); insert into public.b values (1, 'b');
