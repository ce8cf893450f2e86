-- up
comment on publication changed is 'With what is computed';
-- ! opens_access
create publication comes
  for table public.notes;

-- down
-- ! breaks_clients
drop publication comes;
comment on publication changed is null;
