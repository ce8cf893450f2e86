create table public.old (a integer);
create table public.t (a integer not null, constraint u unique (a));
create table public.r (x integer, constraint r_fk foreign key (x) references public.t (a));
alter table public.t add constraint t_pkey primary key (a);
create table public.s (x integer, constraint s_fk foreign key (x) references public.t);
