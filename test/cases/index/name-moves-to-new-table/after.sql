create table public.b (id integer, n integer, constraint the_key primary key (id), constraint n_key unique (n));
create index the_idx on public.b (n);
create table public.c (id integer generated always as identity);
create table public.a_id_seq (n integer);
