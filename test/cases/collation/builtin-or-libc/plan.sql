-- up
drop collation public.c;
create collation public.c (
  provider = builtin,
  locale = 'C.UTF-8'
);

-- down
drop collation public.c;
create collation public.c (
  provider = libc,
  locale = 'C'
);
