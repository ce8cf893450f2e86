-- up
drop view public.v;
drop collation public.c;
create collation public.c (
  provider = icu,
  locale = 'de',
  rules = '&a < ''g'''
);
create view public.v as
 select ('a'::text collate public.c) as a;

-- down
drop view public.v;
drop collation public.c;
create collation public.c (
  provider = icu,
  locale = 'de'
);
create view public.v as
 select ('a'::text collate public.c) as a;
