create table public.t (a integer, b text, constraint known check (b in ('x', 'y')), constraint positive check (a > 0));
