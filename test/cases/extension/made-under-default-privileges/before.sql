-- platform
create table public.o (a integer);
