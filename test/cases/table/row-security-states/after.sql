create table public.a (a text);
create table public.b (a text);
create table public.c (a text);
alter table public.a enable row level security;
alter table public.b enable row level security;
alter table public.b force row level security;
create table public.d (a text);
