-- up
drop collation public.c;
drop collation public.l;
create collation public.c (
  provider = icu,
  locale = 'sv'
);
comment on collation public.c is 'stays';
create collation public.l (
  provider = libc,
  lc_collate = 'C',
  lc_ctype = 'POSIX'
);

-- down
drop collation public.c;
drop collation public.l;
create collation public.c (
  provider = icu,
  locale = 'de'
);
comment on collation public.c is 'stays';
create collation public.l (
  provider = libc,
  locale = 'C'
);
