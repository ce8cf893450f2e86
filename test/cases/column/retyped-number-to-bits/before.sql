create table public.masks (a integer, b bigint, c integer);
