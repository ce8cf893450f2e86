-- up
alter type public.c
  add attribute b text;

-- down
-- ! data_loss, breaks_clients
alter type public.c
  drop attribute b;
