-- up
drop collation public.c;
create collation public.c (
  provider = icu,
  locale = 'de'
);
comment on collation public.c is 'German';

-- down
drop collation public.c;
create collation public.c (
  provider = libc,
  locale = 'C'
);
