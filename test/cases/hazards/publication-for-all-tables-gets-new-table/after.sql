-- superuser
create publication p for all tables;
create table public.t (a integer primary key);
alter table public.t owner to postgres;
