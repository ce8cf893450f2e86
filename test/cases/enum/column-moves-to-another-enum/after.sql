create type public.b as enum ('x', 'y');
create table public.t (a public.b default 'y', b public.b[]);
