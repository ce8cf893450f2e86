-- up
create table public.r (
  x integer
);
create table public.s (
  x integer
);
create table public.t (
  a integer not null,
  constraint u unique (a)
);
alter table public.t
  add constraint t_pkey primary key (a);
alter table public.r
  add constraint r_fk foreign key (x)
    references public.t (a);
alter table public.s
  add constraint s_fk foreign key (x) references public.t;

-- down
-- ! data_loss, breaks_clients
drop table public.r;
-- ! data_loss, breaks_clients
drop table public.s;
-- ! data_loss, breaks_clients
drop table public.t;
