create collation public.c (provider = icu, locale = 'de');
comment on collation public.c is 'German';
