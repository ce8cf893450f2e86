create collation public.german (provider = icu, locale = 'de');
comment on collation public.german is 'two';
create collation public.other (provider = libc, locale = 'C');
comment on collation public.other is 'new';
