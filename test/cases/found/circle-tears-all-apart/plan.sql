-- up
create table public.alone (
  id integer not null,
  a integer,
  b integer,
  constraint alone_pkey primary key (id)
);
create table public.left_side (
  id integer not null,
  other integer,
  constraint left_side_pkey primary key (id)
);
create table public.right_side (
  id integer not null,
  other integer,
  constraint right_side_pkey primary key (id)
);
alter table public.left_side
  add constraint left_side_other_fkey foreign key (other)
    references public.right_side (id);
alter table public.right_side
  add constraint right_side_other_fkey foreign key (other)
    references public.left_side (id);
create index alone_a_idx on public.alone using btree (a);
create index alone_b_idx on public.alone using btree (b);

-- down
alter table public.left_side
  drop constraint left_side_other_fkey;
-- ! data_loss, breaks_clients
drop table public.alone;
-- ! data_loss, breaks_clients
drop table public.right_side;
-- ! data_loss, breaks_clients
drop table public.left_side;
