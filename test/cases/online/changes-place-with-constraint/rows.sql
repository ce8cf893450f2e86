insert into public.t values (1, 2, 3); insert into public.r values (1, 2, 3);
