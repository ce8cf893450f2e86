-- up
drop collation public.c;
create collation public.c (
  provider = icu,
  locale = 'und-u-ks-level2',
  deterministic = false
);

-- down
drop collation public.c;
create collation public.c (
  provider = icu,
  locale = 'und-u-ks-level2'
);
