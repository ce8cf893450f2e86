create table public.a (id integer primary key);
create table public.t (a integer, a_id integer);
alter table public.t add constraint c check (a > 0) not valid;
alter table public.t add constraint fk foreign key (a_id) references public.a not valid;
