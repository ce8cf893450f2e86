create table public.a (id integer generated always as identity, n integer, constraint the_key primary key (id), constraint n_key unique (n));
create index the_idx on public.a (n);
create table public.c_id_seq (n integer);
