insert into public.t_1 values (1, 2);
insert into public.t values (12, 2);
