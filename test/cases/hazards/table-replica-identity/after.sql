create table public.t (a integer primary key);
alter table public.t replica identity full;
