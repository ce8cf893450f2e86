insert into public.masks values (7, 255, -1), (0, 0, 0);
