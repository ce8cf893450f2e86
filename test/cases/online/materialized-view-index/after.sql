create table public.notes (
  id bigint not null,
  owner text,
  title text,
  made timestamptz
);

create materialized view public.owners as select owner, count(*) as number from public.notes group by owner;
create unique index owners_owner_idx on public.owners (owner);
