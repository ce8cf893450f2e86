-- up
drop statistics public.st;
create statistics public.st
  on a, b
  from public.u;

-- down
drop statistics public.st;
create statistics public.st
  on a, b
  from public.t;
