create collation public.c (provider = libc, locale = 'C');
