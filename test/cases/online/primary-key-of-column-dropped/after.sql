create table public.t (
  a integer not null constraint k primary key
);
