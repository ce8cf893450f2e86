create table public.whole (id integer) partition by range (id);
create table public.part partition of public.whole for values from (1) to (10);
