create domain public.a as integer constraint c check (value > 0);
create domain public.b as public.a;
create table public.t (x public.b, y public.a[]);
