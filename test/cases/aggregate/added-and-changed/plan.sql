-- up
drop aggregate public.total(integer);
create aggregate public.other(integer) (
  sfunc = public.add,
  stype = integer
);
revoke all on function public.other(integer) from public;
create aggregate public.total(integer) (
  sfunc = public.add,
  stype = integer,
  initcond = '1'
);

-- down
-- ! breaks_clients
drop aggregate public.other(integer);
drop aggregate public.total(integer);
create aggregate public.total(integer) (
  sfunc = public.add,
  stype = integer,
  initcond = '0'
);
comment on aggregate public.total(integer) is 'T.';
