create table public.notes (
  id bigint not null,
  owner text not null,
  title text not null default '',
  made timestamptz,
  kind text not null default 'a'
);
