create table public.t (z integer, b integer, "A" text, d integer);
create statistics public.goes on z, b, "A" from public.t;
create statistics public.stays on d, (lower("A")), z, (b + d) from public.t;
