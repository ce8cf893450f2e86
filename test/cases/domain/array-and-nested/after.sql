create domain public.a as bigint constraint c check (value > 0);
create domain public.b as public.a not null;
create table public.t (x public.b, y public.a[]);
