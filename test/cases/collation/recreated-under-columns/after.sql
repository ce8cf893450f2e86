create collation public.c (provider = icu, locale = 'sv');
create domain public.word as text;
create table public.t (
  id integer primary key,
  name text collate public.c not null default 'x',
  code varchar(10) collate public.c,
  many text[] collate public.c,
  word public.word collate public.c,
  constraint t_name_key unique (name),
  constraint t_code_check check (code <> '')
);
create index t_code_idx on public.t (code desc, id);
create table public.u (id integer primary key, name text collate public.c, constraint u_name_fkey foreign key (name) references public.t (name));
create view public.v as select name, code from public.t;
