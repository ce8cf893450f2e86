create table public.o (a integer);
create table public.t (a integer, b text) partition by hash (a);
create table public.t_0 partition of public.t for values with (modulus 2, remainder 0);
create table public.t_1 partition of public.t for values with (modulus 2, remainder 1);
create table public.u (a integer, b text) partition by list ((lower(b)) collate "C");
