create table public.p (id integer, constraint p_pkey primary key (id));
create table public.t (
  id integer,
  a integer,
  p integer,
  constraint t_pkey primary key (id),
  constraint t_a_key unique (a),
  constraint t_p_fkey foreign key (p) references public.p (id) match simple on update no action on delete no action not deferrable
);
