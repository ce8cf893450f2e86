create table public.a (id integer);
create table public.b (id integer generated always as identity (sequence name public.numbers));
