create table public.o (a integer);
create table public.t ();
