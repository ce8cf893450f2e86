create table public.base (x integer, y integer);
create table public.middle (z integer) inherits (public.base);
create table public.leaf () inherits (public.middle);
create table public.free (x integer);
create publication with_heirs for table public.base (x), public.free;
create publication without for table only public.base, only public.leaf;
create publication filtered for table public.middle where (x > 1);
