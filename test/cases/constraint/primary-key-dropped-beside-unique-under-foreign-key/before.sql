create table public.t (a integer not null, constraint t_pkey primary key (a));
alter table public.t add constraint u unique (a);
create table public.r (a integer, constraint r_fk foreign key (a) references public.t (a));
