-- up
create table public.a (
  id integer not null,
  b_id integer,
  constraint a_pkey primary key (id)
);
create table public.b (
  id integer not null,
  a_id integer,
  constraint b_pkey primary key (id)
);
alter table public.a
  add constraint a_b_id_fkey foreign key (b_id)
    references public.b (id);
alter table public.b
  add constraint b_a_id_fkey foreign key (a_id)
    references public.a (id);

-- down
alter table public.a
  drop constraint a_b_id_fkey;
-- ! data_loss, breaks_clients
drop table public.b;
-- ! data_loss, breaks_clients
drop table public.a;
