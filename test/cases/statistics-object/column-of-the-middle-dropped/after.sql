create table public.t (z integer, "A" text, d integer);
create statistics public.stays on d, (lower("A")), z from public.t;
