create function public.add(state bigint, value integer) returns bigint language sql immutable as $$ select state + value $$;
create function public.take(state bigint, value integer) returns bigint language sql immutable as $$ select state - value $$;
create function public.both(a bigint, b bigint) returns bigint language sql immutable as $$ select a + b $$;
create function public.done(state bigint) returns bigint language sql immutable as $$ select state $$;
create function public.done_with(state bigint, value integer) returns bigint language sql immutable as $$ select state $$;
create aggregate public.total(integer) (
  sfunc = public.add, stype = bigint, finalfunc = public.done_with, finalfunc_extra, initcond = '5',
  msfunc = public.add, minvfunc = public.take, mstype = bigint, mfinalfunc = public.done_with, mfinalfunc_extra, minitcond = '5',
  parallel = restricted
);
create aggregate public.plain(integer) (sfunc = public.add, stype = bigint, msfunc = public.add, minvfunc = public.take, mstype = bigint);
create view public.sums as select public.total(n) over (rows between 1 preceding and current row) as s from (values (1), (2)) as v (n);
