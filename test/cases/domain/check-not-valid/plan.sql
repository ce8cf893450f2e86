-- up
alter domain public.n
  add constraint c check ((value > 0)) not valid;

-- down
alter domain public.n
  drop constraint c;
