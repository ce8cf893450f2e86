create collation public.german (provider = icu, locale = 'de');
comment on collation public.german is 'one';
create collation public.other (provider = libc, locale = 'C');
