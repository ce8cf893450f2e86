create collation public.c (provider = icu, locale = 'de');
create view public.v as select 'a' collate public.c as a;
