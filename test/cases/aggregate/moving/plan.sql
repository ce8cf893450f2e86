-- up
drop aggregate public.plain(integer);
drop view public.sums;
drop aggregate public.total(integer);
create aggregate public.plain(integer) (
  sfunc = public.add,
  stype = bigint,
  msfunc = public.add,
  minvfunc = public.take,
  mstype = bigint
);
create aggregate public.total(integer) (
  sfunc = public.add,
  stype = bigint,
  finalfunc = public.done_with,
  finalfunc_extra,
  initcond = '5',
  msfunc = public.add,
  minvfunc = public.take,
  mstype = bigint,
  mfinalfunc = public.done_with,
  mfinalfunc_extra,
  minitcond = '5',
  parallel = restricted
);
create view public.sums as
 select public.total(n) over (rows between 1 preceding and current row) as s
   from ( values (1), (2)) v(n);

-- down
drop aggregate public.plain(integer);
drop view public.sums;
drop aggregate public.total(integer);
create aggregate public.plain(integer) (
  sfunc = public.add,
  stype = bigint
);
create aggregate public.total(integer) (
  sfunc = public.add,
  stype = bigint,
  sspace = 64,
  finalfunc = public.done,
  finalfunc_modify = read_write,
  combinefunc = public."both",
  initcond = '0',
  msfunc = public.add,
  minvfunc = public.take,
  mstype = bigint,
  msspace = 32,
  mfinalfunc = public.done,
  mfinalfunc_modify = shareable,
  minitcond = '0',
  parallel = safe
);
create view public.sums as
 select public.total(n) over (rows between 1 preceding and current row) as s
   from ( values (1), (2)) v(n);
