-- up
create table public.p (
  id integer not null,
  up integer,
  constraint p_pkey primary key (id)
)
partition by hash (id);
create table public.p_0 partition of public.p
for values with (modulus 2, remainder 0);
create table public.p_1 partition of public.p
for values with (modulus 2, remainder 1);
alter table public.p
  add constraint p_up_fkey foreign key (up)
    references public.p (id);

-- down
alter table public.p
  drop constraint p_up_fkey;
-- ! data_loss, breaks_clients
drop table public.p_0;
-- ! data_loss, breaks_clients
drop table public.p_1;
-- ! data_loss, breaks_clients
drop table public.p;
