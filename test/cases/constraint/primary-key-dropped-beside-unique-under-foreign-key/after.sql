create table public.t (a integer not null);
alter table public.t add constraint u unique (a);
create table public.r (a integer, constraint r_fk foreign key (a) references public.t (a));
