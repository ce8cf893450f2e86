create collation public.c (provider = icu, locale = 'und-u-ks-level2');
