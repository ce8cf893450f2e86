create table public.t (
  id integer not null constraint t_pkey primary key,
  a integer not null
);
