create type public.a as enum ('x', 'y');
create table public.t (a public.a default 'x', b public.a[]);
