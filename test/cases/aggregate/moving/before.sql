create function public.add(state bigint, value integer) returns bigint language sql immutable as $$ select state + value $$;
create function public.take(state bigint, value integer) returns bigint language sql immutable as $$ select state - value $$;
create function public.both(a bigint, b bigint) returns bigint language sql immutable as $$ select a + b $$;
create function public.done(state bigint) returns bigint language sql immutable as $$ select state $$;
create function public.done_with(state bigint, value integer) returns bigint language sql immutable as $$ select state $$;
create aggregate public.total(integer) (
  sfunc = public.add, stype = bigint, sspace = 64, finalfunc = public.done, finalfunc_modify = read_write, combinefunc = public.both, initcond = '0',
  msfunc = public.add, minvfunc = public.take, mstype = bigint, msspace = 32, mfinalfunc = public.done, mfinalfunc_modify = shareable, minitcond = '0',
  parallel = safe
);
create aggregate public.plain(integer) (sfunc = public.add, stype = bigint);
create view public.sums as select public.total(n) over (rows between 1 preceding and current row) as s from (values (1), (2)) as v (n);
