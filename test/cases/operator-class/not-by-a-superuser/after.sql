-- superuser
create table public.t (id integer);
alter table public.t owner to postgres;
create operator class public.ops for type integer using btree as operator 1 <, function 1 btint4cmp(integer, integer);
