create table public.notes (
  id bigint not null generated always as identity,
  owner text
);
