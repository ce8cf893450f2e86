create collation public.c (provider = icu, locale = 'sv');
create collation public.l (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX');
comment on collation public.c is 'stays';
