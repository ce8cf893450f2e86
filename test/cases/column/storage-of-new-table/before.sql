create table public.o (a text);
