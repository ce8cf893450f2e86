-- up
alter type public.c
  add attribute d date;

-- down
-- ! data_loss, breaks_clients, breaks_functions
alter type public.c
  drop attribute d;
