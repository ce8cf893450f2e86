-- up
drop statistics public.columns;
drop statistics public.expression;
drop statistics public.kinds;
create statistics public.columns
  on a, c
  from public.t;
create statistics public.expression
  on upper(c)
  from public.t;
create statistics public.kinds (mcv)
  on a, b
  from public.t;
comment on statistics public.kinds is 'stays';

-- down
drop statistics public.columns;
drop statistics public.expression;
drop statistics public.kinds;
create statistics public.columns
  on a, b
  from public.t;
create statistics public.expression
  on lower(c)
  from public.t;
create statistics public.kinds (ndistinct)
  on a, b
  from public.t;
comment on statistics public.kinds is 'stays';
