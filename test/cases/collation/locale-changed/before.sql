create collation public.c (provider = icu, locale = 'de');
create collation public.l (provider = libc, locale = 'C');
comment on collation public.c is 'stays';
