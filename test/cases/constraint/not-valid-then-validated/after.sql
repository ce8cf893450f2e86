create table public.a (id integer primary key);
create table public.t (a integer, constraint c check (a > 0), a_id integer);
alter table public.t add constraint fk foreign key (a_id) references public.a;
