create table public.t (a integer, b text);
create index i on public.t (a);
comment on index public.i is 'I';
