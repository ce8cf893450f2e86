create table public.notes (
  id bigint not null,
  owner text,
  title text,
  made timestamptz
);

create index notes_owner_idx on public.notes (owner);
comment on index public.notes_owner_idx is 'Who has them.';
create unique index notes_title_idx on public.notes (lower(title)) where owner is not null;
alter index public.notes_title_idx alter column 1 set statistics 200;
create table public.tags (id bigint primary key, name text);
create index tags_name_idx on public.tags (name);
create function public.count_notes() returns bigint language sql begin atomic select count(*) from public.notes; end;
