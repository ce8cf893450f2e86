create table public.t (a text);
alter table public.t alter column a set storage external;
