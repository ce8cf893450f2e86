create table public.p (a bigint not null default 2, d text);
create table public.q (c integer) inherits (public.p);
