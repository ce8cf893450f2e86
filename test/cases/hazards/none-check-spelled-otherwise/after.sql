create table public.t (a integer, b text, constraint positive check ((a) > (0)), constraint known check (b = any (array['x', 'y'])));
