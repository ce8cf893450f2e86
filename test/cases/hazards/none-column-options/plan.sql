-- up
alter table public.t
  alter column a set (n_distinct=5);

-- down
alter table public.t
  alter column a reset (n_distinct);
