create table public.t (
  a integer not null
);
