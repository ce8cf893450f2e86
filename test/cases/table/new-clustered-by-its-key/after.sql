create table public.old (id integer primary key);
create table public.t (id integer primary key, k integer, constraint t_k_key unique (k));
comment on constraint t_pkey on public.t is 'key';
alter table public.t cluster on t_pkey;
create table public.u (id integer primary key, k integer, constraint "u.k" unique (k));
alter table public.u cluster on "u.k";
