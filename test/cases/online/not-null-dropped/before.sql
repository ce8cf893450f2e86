create table public.notes (
  id bigint not null,
  owner text not null
);
